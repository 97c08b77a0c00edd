package dev.vireo.bench.seeding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for programs that are told to listen. */
final class TcpDoor {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private TcpDoor() {}

    static void await(int port) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!accepts(port)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing listens on " + port);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
