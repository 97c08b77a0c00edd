package dev.vireo.seeder.seeding;

/** The task is no longer this worker's: it was given to another, or its video is not seeded. Whoever gets this stops. */
final class TaskLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskLostException(SeedTask task) {
        super("Attempt " + task.attempt() + " of task " + task.id() + " is over");
    }
}
