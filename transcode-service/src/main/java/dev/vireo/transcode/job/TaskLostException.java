package dev.vireo.transcode.job;

/** The task is no longer this worker's: it was given to another, or its video is gone. Whoever gets this stops. */
public final class TaskLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskLostException(Task task) {
        super("Attempt " + task.attempt() + " of task " + task.id() + " is over");
    }
}
