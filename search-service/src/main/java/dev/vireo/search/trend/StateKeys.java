package dev.vireo.search.trend;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keys of the state, in an order that ranges can be read in. */
final class StateKeys {
    private static final int UUID_BYTES = 2 * Long.BYTES;

    private StateKeys() {}

    static byte[] video(UUID video) {
        return put(ByteBuffer.allocate(UUID_BYTES), video).array();
    }

    static byte[] viewer(UUID video, byte[] viewer) {
        return put(ByteBuffer.allocate(UUID_BYTES + viewer.length), video)
                .put(viewer)
                .array();
    }

    /** By time first. */
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
