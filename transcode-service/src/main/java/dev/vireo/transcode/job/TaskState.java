package dev.vireo.transcode.job;

/** States of a task. */
enum TaskState {
    /** Planned; not handed out, so that one long video does not fill the queue. */
    PENDING,
    /** On the bus. */
    QUEUED,
    /** A worker has it until its lease is over. */
    RUNNING,
    /** Failed; goes on the bus again when its pause is over. */
    WAITING,
    /** Done. */
    DONE
}
