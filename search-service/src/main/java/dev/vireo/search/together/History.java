package dev.vireo.search.together;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer watched in one window; a value.
 *
 * @param videos how many in all
 * @param last the last few, the newest at the end
 */
record History(int videos, List<Entry> last) {
    static final History NONE = new History(0, List.of());

    /** What is watched after more than so many others is hardly watched because of the first. */
    static final int LAST = 10;

    private static final int ENTRY = 3 * Long.BYTES;

    History {
        last = List.copyOf(last);
    }

    /**
     * One video.
     *
     * @param popularity see {@link Viewed}
     */
    record Entry(UUID video, long popularity) {}

    /** One more. */
    History plus(Viewed view) {
        List<Entry> more = new ArrayList<>(last);
        more.add(new Entry(view.video(), view.popularity()));
        return new History(videos + 1, more.subList(Math.max(0, more.size() - LAST), more.size()));
    }

    /** What the next view makes of the last ones: each with it, in both directions. */
    List<Pair> pairs(Viewed next) {
        return last.stream()
                .filter(before -> !before.video().equals(next.video()))
                .flatMap(before -> Stream.of(
                        pair(next, next.video(), before.video(), before.popularity()),
                        pair(next, before.video(), next.video(), next.popularity())))
                .toList();
    }

    private static Pair pair(Viewed next, UUID video, UUID companion, long popularity) {
        return new Pair(next.instance(), video, companion, next.time(), next.window(), popularity);
    }

    byte[] encode() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + last.size() * ENTRY).putInt(videos);
        last.forEach(entry -> bytes.putLong(entry.video().getMostSignificantBits())
                .putLong(entry.video().getLeastSignificantBits())
                .putLong(entry.popularity()));
        return bytes.array();
    }

    static History decode(byte @Nullable [] encoded) {
        if (encoded == null) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        int videos = bytes.getInt();
        List<Entry> last = new ArrayList<>();
        while (bytes.hasRemaining()) {
            last.add(new Entry(new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong()));
        }
        return new History(videos, last);
    }
}
