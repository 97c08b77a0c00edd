package dev.vireo.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition; the limit is there only so that a broken story ends. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Eventually() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> enough) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!enough.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + LIMIT + "; last seen: " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
