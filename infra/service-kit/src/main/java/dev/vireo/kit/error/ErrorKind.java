package dev.vireo.kit.error;

/** Whose fault an error is, which also says whether trying again can help. */
public enum ErrorKind {
    /** The caller sent something that cannot work; the same request fails again. */
    CALLER(false),
    /** Something outside the platform failed or lied; later it may work. */
    REMOTE(true),
    /** A limit was reached or a part of the platform is away; later it works. */
    RESOURCES(true),
    /** A defect of ours. */
    INTERNAL(false);

    private final boolean retryable;

    ErrorKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** Trying again later may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
