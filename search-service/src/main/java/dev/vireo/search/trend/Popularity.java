package dev.vireo.search.trend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How much one video is watched; a value. Times are milliseconds since 1970.
 *
 * @param instance whose video it is
 * @param views in all
 * @param trending see {@link Trending}
 * @param lastViewed time of the newest view
 * @param hours views of the last week
 * @param told when it was told last, which is its revision too: it only grows, even when the state was lost
 * @param due when it is to be told again; 0 when nothing will change by itself
 */
record Popularity(String instance, long views, double trending, long lastViewed, Hours hours, long told, long due) {
    private static final byte FORMAT = 1;
    private static final int NUMBERS = 5 * Long.BYTES + 2;

    static Popularity none(String instance) {
        return new Popularity(instance, 0, Trending.NONE, 0, Hours.NONE, 0, 0);
    }

    Popularity viewed(long time, long now) {
        return new Popularity(
                instance,
                views + 1,
                Trending.plus(trending, time),
                Math.max(lastViewed, time),
                hours.plusViewAt(time).at(now),
                told,
                due);
    }

    Popularity nowDue(long time) {
        return new Popularity(instance, views, trending, lastViewed, hours, told, time);
    }

    /** As it is told now. */
    Popularity nowTold(long now) {
        Hours left = hours.at(now);
        return new Popularity(
                instance, views, trending, lastViewed, left, Math.max(told + 1, now), left.nextChange(now));
    }

    byte[] encode() {
        byte[] name = instance.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(NUMBERS + name.length + hours.bytes())
                .put(FORMAT)
                .putLong(views)
                .putDouble(trending)
                .putLong(lastViewed)
                .putLong(told)
                .putLong(due)
                .put((byte) name.length)
                .put(name);
        hours.encode(bytes);
        return bytes.array();
    }

    static @Nullable Popularity decode(byte @Nullable [] encoded) {
        if (encoded == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        if (bytes.get() != FORMAT) {
            throw new IllegalStateException("State of a newer version: run that, or remove the stream's state");
        }
        long views = bytes.getLong();
        double trending = bytes.getDouble();
        long lastViewed = bytes.getLong();
        long told = bytes.getLong();
        long due = bytes.getLong();
        byte[] name = new byte[bytes.get()];
        bytes.get(name);
        return new Popularity(
                new String(name, StandardCharsets.UTF_8), views, trending, lastViewed, Hours.decode(bytes), told, due);
    }
}
