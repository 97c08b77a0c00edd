package dev.vireo.search.trend;

import dev.vireo.search.together.Viewed;

/** What comes of views. */
sealed interface Output {
    /** One that counts. */
    record Counted(Viewed view) implements Output {}

    /** A fact about a video's popularity. */
    record Fact(byte[] event) implements Output {}
}
