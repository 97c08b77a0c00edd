package dev.vireo.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A loopback port and the setting by which a user chooses another one. */
public record Port(int number, String setting) {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** A port nobody uses now, for tests. */
    public static Port free() {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return new Port(socket.getLocalPort(), "(chosen freely)");
        } catch (IOException e) {
            throw new ServerException("No free port is left on this machine: " + e.getMessage() + ".", e);
        }
    }

    /** Refuses a port that another program holds. */
    void requireFree(String server) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, number));
        } catch (IOException e) {
            throw new ServerException(
                    "Port %d, which %s needs, is in use by another program: stop that program or choose another port with %s."
                            .formatted(number, server, setting),
                    e);
        }
    }

    /** Whether something accepts connections here. */
    boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, number), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
