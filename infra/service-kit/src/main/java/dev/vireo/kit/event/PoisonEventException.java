package dev.vireo.kit.event;

/** An event that can never be processed: it goes to the dead-letter topic at once. */
public final class PoisonEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    public PoisonEventException(String message) {
        super(message);
    }

    /** Says what is wrong with it, and how that was found. */
    public PoisonEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
