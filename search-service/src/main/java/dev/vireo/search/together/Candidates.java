package dev.vireo.search.together;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What viewers of one video watched besides in one window; a value. It has room for a few: another one takes the place
 * of that with fewest viewers, of those alike of the one that was seen last the longest ago. Unlike in "space saving"
 * (Metwally, Agrawal and El Abbadi 2005) it begins at one and not at the count of that: no count is ever above the truth,
 * since some are told only when enough viewers did the same.
 *
 * @param viewers how many watched each; that which was seen last is the last
 */
record Candidates(Map<UUID, Integer> viewers) {
    static final Candidates NONE = new Candidates(Map.of());

    static final int ROOM = 50;

    private static final int ENTRY = 2 * Long.BYTES + Integer.BYTES;

    /** One more viewer watched that video too. */
    Candidates plus(UUID video) {
        Map<UUID, Integer> more = new LinkedHashMap<>(viewers);
        Integer before = more.remove(video);
        if (more.size() == ROOM) {
            more.remove(least(more));
        }
        more.put(video, before == null ? 1 : before + 1);
        return new Candidates(more);
    }

    int of(UUID video) {
        return viewers.getOrDefault(video, 0);
    }

    private static UUID least(Map<UUID, Integer> viewers) {
        return viewers.entrySet().stream()
                // The first of those that are alike.
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(viewers.size() * ENTRY);
        viewers.forEach((video, count) -> bytes.putLong(video.getMostSignificantBits())
                .putLong(video.getLeastSignificantBits())
                .putInt(count));
        return bytes.array();
    }

    static Candidates decode(byte @Nullable [] encoded) {
        if (encoded == null) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        Map<UUID, Integer> viewers = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            viewers.put(new UUID(bytes.getLong(), bytes.getLong()), bytes.getInt());
        }
        return new Candidates(viewers);
    }
}
