package dev.vireo.seeder.admission;

import dev.vireo.seeder.torrent.InfohashV1;
import dev.vireo.seeder.torrent.InfohashV2;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 20 bytes by which peers ask for a swarm: an infohash of version 1, one of version 2 cut short, or a browser's
 * name of a stream. Held without an array, as there are many.
 */
public record TrackedHash(long high, long middle, int low) {

    /** How many bytes it has. */
    public static final int BYTES = 20;

    /** Of its own 20 bytes. */
    public static TrackedHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("Not 20 bytes: " + bytes.length);
        }
        return of(ByteBuffer.wrap(bytes));
    }

    /** Of the next 20 bytes. */
    public static TrackedHash of(ByteBuffer bytes) {
        return new TrackedHash(bytes.getLong(), bytes.getLong(), bytes.getInt());
    }

    /** Of a torrent of version 1. */
    public static TrackedHash of(InfohashV1 infohash) {
        return of(infohash.bytes());
    }

    /** Of a torrent of version 2. */
    public static TrackedHash of(InfohashV2 infohash) {
        return of(infohash.truncated());
    }

    /** Its 20 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(high)
                .putLong(middle)
                .putInt(low)
                .array();
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
