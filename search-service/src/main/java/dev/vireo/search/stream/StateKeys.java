package dev.vireo.search.stream;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keys of the state, in an order that ranges can be read in. */
public final class StateKeys {
    private static final int UUID_BYTES = 2 * Long.BYTES;

    private StateKeys() {}

    /** Of a video. */
    public static byte[] video(UUID video) {
        return put(ByteBuffer.allocate(UUID_BYTES), video).array();
    }

    /** Of a viewer of a video. */
    public static byte[] viewer(UUID video, byte[] viewer) {
        return put(ByteBuffer.allocate(UUID_BYTES + viewer.length), video)
                .put(viewer)
                .array();
    }

    /** Of a time, first of all, and a video. */
    static byte[] due(long time, UUID video) {
        return put(ByteBuffer.allocate(Long.BYTES + UUID_BYTES).putLong(time), video)
                .array();
    }

    static UUID videoOfDue(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key, Long.BYTES, UUID_BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID uuid) {
        return bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }
}
