package dev.vireo.kit.event;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the lease of a task every two seconds beside its work, and interrupts the work, on the thread that made the
 * heartbeat, when the task is lost.
 */
public final class TaskHeartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskHeartbeat.class);
    private static final long EVERY_MILLIS = 2000;

    private final String task;
    private final BooleanSupplier renew;
    private final Thread worker = Thread.currentThread();
    private volatile boolean lost;
    private final CountDownLatch over = new CountDownLatch(1);

    /** Of a task as logs call it; {@code renew} is false when somebody else has it, or nobody wants it any more. */
    public TaskHeartbeat(String task, BooleanSupplier renew) {
        this.task = task;
        this.renew = renew;
        Thread.ofVirtual().name("heartbeat").start(this::loop);
    }

    /** The work was interrupted because the task is lost. */
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        over.countDown();
    }

    /** Ends by the latch alone: an interrupt in the middle of a statement would break its connection. */
    private void loop() {
        try {
            while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                beat();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            if (renew.getAsBoolean()) {
                return;
            }
        } catch (RuntimeException away) {
            LOG.warn("Lease of task {} not renewed yet: {}", task, away.toString());
            return;
        }
        lost = true;
        if (over.getCount() > 0) {
            over.countDown();
            worker.interrupt();
        }
    }
}
