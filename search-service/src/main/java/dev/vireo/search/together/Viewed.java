package dev.vireo.search.together;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A view that was counted; each viewer has one at most of a video in a window. Times are milliseconds since 1970.
 *
 * @param instance where
 * @param video which one
 * @param viewer the viewer's name of that day
 * @param time of the view
 * @param window when the window began in which it counted
 * @param popularity views of the video in the last week, this one included
 */
public record Viewed(String instance, UUID video, byte[] viewer, long time, long window, long popularity) {
    private static final int NUMBERS = 5 * Long.BYTES;

    /** All but the viewer, which is the key. */
    byte[] encode() {
        byte[] name = instance.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(NUMBERS + name.length)
                .putLong(video.getMostSignificantBits())
                .putLong(video.getLeastSignificantBits())
                .putLong(time)
                .putLong(window)
                .putLong(popularity)
                .put(name)
                .array();
    }

    static Viewed decode(byte[] viewer, byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        UUID video = new UUID(bytes.getLong(), bytes.getLong());
        long time = bytes.getLong();
        long window = bytes.getLong();
        long popularity = bytes.getLong();
        return new Viewed(StandardCharsets.UTF_8.decode(bytes).toString(), video, viewer, time, window, popularity);
    }
}
