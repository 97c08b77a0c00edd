package dev.vireo.search.together;

import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Learns the companions of the videos of one partition, and tells them. What fewer viewers than
 * {@code vireo.together.viewers} did in one window changes nothing that is told, not even an order: a viewer has another
 * name in the next window, so that viewers of two windows may be one.
 */
final class CompanionCounter {
    private final TogetherProperties properties;
    private final CompanionStores stores;

    CompanionCounter(TogetherProperties properties, CompanionStores stores) {
        this.properties = properties;
        this.stores = stores;
    }

    void take(Pair pair, long now) {
        Candidates candidates = stores.candidates(pair.video(), pair.window()).plus(pair.companion());
        stores.put(pair.video(), pair.window(), candidates);
        int viewers = candidates.of(pair.companion());
        if (viewers < properties.viewers()) {
            return;
        }
        CompanionTable known = stores.companions(pair.video());
        CompanionTable before = known == null ? CompanionTable.none(pair.instance()) : known;
        // The first ones count when they are enough.
        CompanionTable after = before.plus(pair, viewers == properties.viewers() ? viewers : 1, viewers);
        if (before.due() == 0 && !after.videos().equals(before.videos())) {
            long due = Math.max(now, before.told() + properties.interval().toMillis());
            stores.schedule(due, pair.video());
            after = after.nowDue(due);
        }
        stores.put(pair.video(), after);
    }

    /** Tells what is due, a bounded number of videos at once. */
    void tell(long now, BiConsumer<UUID, CompanionTable> tell) {
        for (UUID video : stores.due(now)) {
            CompanionTable told = Objects.requireNonNull(stores.companions(video), "scheduled without a state")
                    .nowTold(now);
            stores.put(video, told);
            tell.accept(video, told);
        }
    }
}
