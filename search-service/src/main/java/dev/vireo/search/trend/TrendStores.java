package dev.vireo.search.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of one partition: who watches, for as long as windows are open; how much each video is watched; and what is
 * to be told when.
 */
final class TrendStores {
    private static final String WATCHING = "watching";
    private static final String POPULARITY = "popularity";
    private static final String DUE = "due";
    /** The present window, the one before it, and one while a segment of them is left. */
    private static final int KEPT_WINDOWS = 3;

    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID MOST = new UUID(-1, -1);

    private final WindowStore<Bytes, byte[]> watching;
    private final KeyValueStore<Bytes, byte[]> popularity;
    private final KeyValueStore<Bytes, byte[]> due;

    TrendStores(ProcessorContext<?, ?> context) {
        this.watching = context.getStateStore(WATCHING);
        this.popularity = context.getStateStore(POPULARITY);
        this.due = context.getStateStore(DUE);
    }

    static Set<StoreBuilder<?>> builders(Duration window) {
        return Set.of(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(WATCHING, window.multipliedBy(KEPT_WINDOWS), window, false),
                        Serdes.Bytes(),
                        Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(POPULARITY), Serdes.Bytes(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DUE), Serdes.Bytes(), Serdes.ByteArray()));
    }

    @Nullable
    Watching watching(UUID video, byte[] viewer, long window) {
        return Watching.decode(watching.fetch(Bytes.wrap(StateKeys.viewer(video, viewer)), window));
    }

    void put(UUID video, byte[] viewer, long window, Watching state) {
        watching.put(Bytes.wrap(StateKeys.viewer(video, viewer)), state.encode(), window);
    }

    @Nullable
    Popularity popularity(UUID video) {
        return Popularity.decode(popularity.get(Bytes.wrap(StateKeys.video(video))));
    }

    void put(UUID video, Popularity state) {
        popularity.put(Bytes.wrap(StateKeys.video(video)), state.encode());
    }

    void schedule(long time, UUID video) {
        due.put(Bytes.wrap(StateKeys.due(time, video)), new byte[0]);
    }

    void unschedule(long time, UUID video) {
        due.delete(Bytes.wrap(StateKeys.due(time, video)));
    }

    /** Videos to be told from one time until another, both inside, the oldest first. */
    List<UUID> due(long from, long until, int most) {
        List<UUID> videos = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries =
                due.range(Bytes.wrap(StateKeys.due(from, LEAST)), Bytes.wrap(StateKeys.due(until, MOST)))) {
            while (videos.size() < most && entries.hasNext()) {
                videos.add(StateKeys.videoOfDue(entries.next().key.get()));
            }
        }
        return videos;
    }
}
