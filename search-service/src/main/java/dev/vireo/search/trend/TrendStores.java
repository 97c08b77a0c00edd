package dev.vireo.search.trend;

import dev.vireo.search.stream.ScheduleStores;
import dev.vireo.search.stream.StateKeys;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
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

    private final WindowStore<Bytes, byte[]> watching;
    private final KeyValueStore<Bytes, byte[]> popularity;
    private final ScheduleStores due;

    TrendStores(ProcessorContext<?, ?> context) {
        this.watching = context.getStateStore(WATCHING);
        this.popularity = context.getStateStore(POPULARITY);
        this.due = new ScheduleStores(context, DUE);
    }

    static Set<StoreBuilder<?>> builders(Duration window) {
        return Set.of(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(WATCHING, window.multipliedBy(KEPT_WINDOWS), window, false),
                        Serdes.Bytes(),
                        Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(POPULARITY), Serdes.Bytes(), Serdes.ByteArray()),
                ScheduleStores.builder(DUE));
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
        due.put(time, video);
    }

    void unschedule(long time, UUID video) {
        due.remove(time, video);
    }

    /** Videos to be told now, which are no longer scheduled. */
    List<UUID> due(long now) {
        return due.take(now);
    }
}
