package dev.vireo.seeder.seeding;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a task's lease beside its work, and interrupts the work when the task is lost. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long EVERY_MILLIS = 2000;

    private final SeedBoard board;
    private final SeedTask task;
    private final Thread worker = Thread.currentThread();
    private volatile boolean lost;
    private final CountDownLatch over = new CountDownLatch(1);

    Heartbeat(SeedBoard board, SeedTask task) {
        this.board = board;
        this.task = task;
        Thread.ofVirtual().name("heartbeat").start(this::loop);
    }

    /** The work was interrupted because somebody else has the task, or nobody wants it any more. */
    boolean lost() {
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
            board.renew(task);
        } catch (TaskLostException gone) {
            lost = true;
            if (over.getCount() > 0) {
                over.countDown();
                worker.interrupt();
            }
        } catch (RuntimeException away) {
            LOG.warn("Lease of task {} not renewed yet: {}", task.id(), away.toString());
        }
    }
}
