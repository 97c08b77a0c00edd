package dev.vireo.search.trend;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a video one viewer has watched, in PeerTube's way: each jump begins another section, and the lengths of
 * all sections are added. To be told the same position again, or an earlier one late, adds nothing.
 *
 * @param before length of the sections before this one
 * @param start of this section
 * @param end of this section
 * @param counted it was enough once: nothing more is looked at
 */
record Watching(Duration before, Duration start, Duration end, boolean counted) {
    private static final int BYTES = 3 * Long.BYTES + 1;

    static Watching at(Duration position) {
        return new Watching(Duration.ZERO, position, position, false);
    }

    Watching told(Duration position, boolean jumped) {
        if (jumped || position.compareTo(start) < 0) {
            return new Watching(watched(), position, position, counted);
        }
        return new Watching(before, start, position.compareTo(end) > 0 ? position : end, counted);
    }

    Watching nowCounted() {
        return new Watching(before, start, end, true);
    }

    /** Half of a video counts when that is shorter than what must be watched. */
    boolean isEnough(Duration length, Duration watchTime) {
        boolean whole = length.isZero() || length.compareTo(watchTime) >= 0;
        return whole
                ? watched().compareTo(watchTime) >= 0
                : watched().multipliedBy(2).compareTo(length) > 0;
    }

    private Duration watched() {
        return before.plus(end.minus(start));
    }

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(before.toMillis())
                .putLong(start.toMillis())
                .putLong(end.toMillis())
                .put((byte) (counted ? 1 : 0))
                .array();
    }

    static @Nullable Watching decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Watching(
                Duration.ofMillis(buffer.getLong()),
                Duration.ofMillis(buffer.getLong()),
                Duration.ofMillis(buffer.getLong()),
                buffer.get() != 0);
    }
}
