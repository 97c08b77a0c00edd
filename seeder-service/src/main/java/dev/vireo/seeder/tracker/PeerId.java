package dev.vireo.seeder.tracker;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The 20 bytes by which a peer calls itself; held without an array, as there are many. */
public record PeerId(long high, long middle, int low) {

    /** How many bytes it has. */
    public static final int BYTES = 20;

    /** Of its own 20 bytes. */
    public static PeerId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("Not 20 bytes: " + bytes.length);
        }
        return of(ByteBuffer.wrap(bytes));
    }

    /** Of the next 20 bytes. */
    public static PeerId of(ByteBuffer bytes) {
        return new PeerId(bytes.getLong(), bytes.getLong(), bytes.getInt());
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
