package dev.vireo.local;

import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.LogTail;
import dev.vireo.local.server.ServerException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reports a child that crashed in one sentence and starts it again, each time later, a limited number of times. */
final class Supervisor implements AutoCloseable {
    private static final int MOST_RESTARTS = 5;

    private final PrintStream out;
    private final boolean restart;
    private final Map<String, Integer> crashes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Supervisor(PrintStream out, boolean restart) {
        this.out = out;
        this.restart = restart;
    }

    void watch(LocalServer server) {
        server.whenCrashed(code -> crashed(server, "ended unexpectedly with exit code " + code));
    }

    private void crashed(LocalServer server, String what) {
        if (closed.getCount() == 0) {
            return;
        }
        int count = crashes.merge(server.name(), 1, Integer::sum);
        int delay = 1 << count;
        boolean again = restart && count <= MOST_RESTARTS;
        out.printf(
                "%s %s%s; the end of %s says:%n%s%n",
                server.name(),
                what,
                again ? ", starting it again in " + delay + " s" : " and stays off",
                server.log(),
                LogTail.of(server.log()));
        if (again) {
            Thread.ofVirtual().start(() -> startAgain(server, Duration.ofSeconds(delay)));
        }
    }

    private void startAgain(LocalServer server, Duration delay) {
        try {
            if (closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            server.start();
            out.printf(
                    "%s is back after %.1f s%n",
                    server.name(), server.lastStart().toMillis() / 1000.0);
        } catch (ServerException e) {
            out.println(e.getMessage());
            crashed(server, "could not be started again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
