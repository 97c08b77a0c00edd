package dev.vireo.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A loopback port and the setting by which a user chooses another one. */
public record Port(int number, String setting) {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int LOWEST_FREE = 12_000;
    private static final int LOWEST_EPHEMERAL = 28_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /**
     * A port nobody uses now, for tests. It is below those that the kernel gives to outgoing connections, so that it is
     * still free when a killed server comes back to it.
     */
    public static Port free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int number = ThreadLocalRandom.current().nextInt(LOWEST_FREE, LOWEST_EPHEMERAL);
            if (GIVEN.add(number) && bindProblem(number) == null) {
                return new Port(number, "(chosen freely)");
            }
        }
        throw new ServerException(
                "No free port was found on this machine between %d and %d.".formatted(LOWEST_FREE, LOWEST_EPHEMERAL));
    }

    /** Refuses a port that another program holds. */
    void requireFree(String server) {
        IOException problem = bindProblem(number);
        if (problem != null) {
            throw new ServerException(
                    "Port %d, which %s needs, is in use by another program: stop that program or choose another port with %s."
                            .formatted(number, server, setting),
                    problem);
        }
    }

    private static @Nullable IOException bindProblem(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, number));
            return null;
        } catch (IOException e) {
            return e;
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
