package dev.vireo.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of for a time. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Returns as soon as the condition holds; fails when it does not within the limit. */
    public static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come true: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
