package dev.vireo.kit.process;

import java.time.Duration;

/**
 * How a child ended.
 *
 * @param exit its exit status; 128 + signal when a signal ended it
 * @param timedOut its wall time was over
 * @param errorTail the last of what it wrote to its standard error
 * @param cpu CPU time it used, as far as the system tells
 */
public record ChildResult(int exit, boolean timedOut, String errorTail, Duration cpu) {
    /** It ended by itself with status 0. */
    public boolean succeeded() {
        return exit == 0 && !timedOut;
    }
}
