package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.Task;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.job.TaskLostException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a task's lease beside its work, and interrupts the work when the task is lost. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long EVERY_MILLIS = 2000;

    private final TaskBoard board;
    private final Task task;
    private final Thread worker = Thread.currentThread();
    private final Thread beat;
    private volatile boolean lost;
    private volatile boolean over;

    Heartbeat(TaskBoard board, Task task) {
        this.board = board;
        this.task = task;
        this.beat = Thread.ofVirtual().name("heartbeat").start(this::loop);
    }

    /** The work was interrupted because somebody else has the task, or nobody wants it any more. */
    boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        over = true;
        beat.interrupt();
    }

    private void loop() {
        while (!over) {
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                board.renew(task);
            } catch (InterruptedException stopped) {
                return;
            } catch (TaskLostException gone) {
                lost = true;
                if (!over) {
                    worker.interrupt();
                }
                return;
            } catch (RuntimeException away) {
                LOG.warn("Lease of task {} not renewed yet: {}", task.id(), away.toString());
            }
        }
    }
}
