package dev.vireo.example.bad;

import java.time.Clock;
import java.time.Instant;

/** Breaks R7. */
final class AsksTheSystemForTime {
    private AsksTheSystemForTime() {}

    static Instant time() {
        return Clock.systemUTC().instant();
    }
}
