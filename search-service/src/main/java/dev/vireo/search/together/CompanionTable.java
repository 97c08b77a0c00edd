package dev.vireo.search.together;

import dev.vireo.search.stream.ForwardDecay;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The best companions of one video; a value. Those who watched both count half as much after a fortnight, and each less
 * the more the companion is watched at all, by the root of its views as in the cosine of two vectors: what everybody
 * watches is nobody's companion. (YouTube divides by both videos' views: Davidson and others, "The YouTube Video
 * Recommendation System", RecSys 2010.) Times are milliseconds since 1970.
 *
 * @param instance where
 * @param best the best first
 * @param told when it was told last, which is its revision too: it only grows, even when the state was lost
 * @param due when it is to be told again; 0 when nothing has changed
 */
record CompanionTable(String instance, List<Companion> best, long told, long due) {
    /** As many as fit on the first pages. */
    static final int MOST = 20;

    private static final byte FORMAT = 1;
    private static final int NUMBERS = 2 * Long.BYTES + 2;
    private static final int ENTRY = 3 * Long.BYTES;
    private static final double HALF_LIFE = 14 * 86_400_000.0;

    CompanionTable {
        best = List.copyOf(best);
    }

    /**
     * One of them.
     *
     * @param worth see {@link ForwardDecay}
     */
    record Companion(UUID video, double worth) {}

    static CompanionTable none(String instance) {
        return new CompanionTable(instance, List.of(), 0, 0);
    }

    /** So many more viewers watched both; {@code all} of them count when it was none of the best. */
    CompanionTable plus(Pair pair, int more, int all) {
        Companion before = best.stream()
                .filter(one -> one.video().equals(pair.companion()))
                .findFirst()
                .orElse(null);
        List<Companion> after = new ArrayList<>(best);
        after.remove(before);
        after.add(new Companion(
                pair.companion(),
                before == null ? worth(pair, all) : ForwardDecay.sum(before.worth(), worth(pair, more))));
        after.sort(Comparator.comparingDouble(Companion::worth).reversed());
        return new CompanionTable(instance, after.subList(0, Math.min(MOST, after.size())), told, due);
    }

    private static double worth(Pair pair, int viewers) {
        return ForwardDecay.worth(
                pair.time() / HALF_LIFE, viewers / Math.sqrt((double) Math.max(1, pair.popularity())));
    }

    List<UUID> videos() {
        return best.stream().map(Companion::video).toList();
    }

    CompanionTable nowDue(long time) {
        return new CompanionTable(instance, best, told, time);
    }

    CompanionTable nowTold(long now) {
        return new CompanionTable(instance, best, Math.max(told + 1, now), 0);
    }

    byte[] encode() {
        byte[] name = instance.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(NUMBERS + name.length + best.size() * ENTRY)
                .put(FORMAT)
                .putLong(told)
                .putLong(due)
                .put((byte) name.length)
                .put(name);
        best.forEach(one -> bytes.putLong(one.video().getMostSignificantBits())
                .putLong(one.video().getLeastSignificantBits())
                .putDouble(one.worth()));
        return bytes.array();
    }

    static @Nullable CompanionTable decode(byte @Nullable [] encoded) {
        if (encoded == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        if (bytes.get() != FORMAT) {
            throw new IllegalStateException("State of a newer version: run that, or remove the stream's state");
        }
        long told = bytes.getLong();
        long due = bytes.getLong();
        byte[] name = new byte[bytes.get()];
        bytes.get(name);
        List<Companion> best = new ArrayList<>();
        while (bytes.hasRemaining()) {
            best.add(new Companion(new UUID(bytes.getLong(), bytes.getLong()), bytes.getDouble()));
        }
        return new CompanionTable(new String(name, StandardCharsets.UTF_8), best, told, due);
    }
}
