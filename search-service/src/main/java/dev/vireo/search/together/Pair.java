package dev.vireo.search.together;

import dev.vireo.search.stream.StateKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody watched both videos in one window. Who it was is no longer said: there is one at most of each viewer. Times
 * are milliseconds since 1970.
 *
 * @param instance where
 * @param video whose companion the other one is
 * @param companion the other one
 * @param time of the later view
 * @param window when the window began
 * @param popularity of the companion, see {@link Viewed}
 */
record Pair(String instance, UUID video, UUID companion, long time, long window, long popularity) {
    private static final int NUMBERS = 7 * Long.BYTES;

    /** Pairs of one video come to one place. */
    byte[] key() {
        return StateKeys.video(video);
    }

    byte[] encode() {
        byte[] name = instance.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(NUMBERS + name.length)
                .putLong(video.getMostSignificantBits())
                .putLong(video.getLeastSignificantBits())
                .putLong(companion.getMostSignificantBits())
                .putLong(companion.getLeastSignificantBits())
                .putLong(time)
                .putLong(window)
                .putLong(popularity)
                .put(name)
                .array();
    }

    static Pair decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        UUID video = new UUID(bytes.getLong(), bytes.getLong());
        UUID companion = new UUID(bytes.getLong(), bytes.getLong());
        long time = bytes.getLong();
        long window = bytes.getLong();
        long popularity = bytes.getLong();
        return new Pair(StandardCharsets.UTF_8.decode(bytes).toString(), video, companion, time, window, popularity);
    }
}
