package dev.vireo.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition instead of for a time; the limit is there only so that a broken test ends. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Returns as soon as the condition holds. */
    public static void holds(String what, BooleanSupplier condition) {
        until(what, condition::getAsBoolean, held -> held);
    }

    /** Looks until it sees enough, and returns that. */
    public static <T> T until(String what, Supplier<T> look, Predicate<T> enough) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!enough.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come true: " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
