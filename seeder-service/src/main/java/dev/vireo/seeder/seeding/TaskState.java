package dev.vireo.seeder.seeding;

/** States of a file's task. */
enum TaskState {
    /** On the bus. */
    QUEUED,
    /** A worker has it until its lease is over. */
    RUNNING,
    /** Failed; goes on the bus again when its pause is over. */
    WAITING,
    /** Its torrents exist. */
    DONE,
    /** Given up; its message lies in the dead letters, and works again when it is sent again. */
    FAILED
}
