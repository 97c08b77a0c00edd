package dev.vireo.search.together;

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
 * The state of one partition: what may become a companion, for as long as windows are open; the best companions of each
 * video that has any; and what is to be told when.
 */
final class CompanionStores {
    /** The present window, the one before it, and one while a segment of them is left. */
    static final int KEPT_WINDOWS = 3;

    private static final String CANDIDATES = "candidates";
    private static final String COMPANIONS = "companions";
    private static final String DUE = "companions-due";

    private final WindowStore<Bytes, byte[]> candidates;
    private final KeyValueStore<Bytes, byte[]> companions;
    private final ScheduleStores due;

    CompanionStores(ProcessorContext<?, ?> context) {
        this.candidates = context.getStateStore(CANDIDATES);
        this.companions = context.getStateStore(COMPANIONS);
        this.due = new ScheduleStores(context, DUE);
    }

    static Set<StoreBuilder<?>> builders(Duration window) {
        return Set.of(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(CANDIDATES, window.multipliedBy(KEPT_WINDOWS), window, false),
                        Serdes.Bytes(),
                        Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(COMPANIONS), Serdes.Bytes(), Serdes.ByteArray()),
                ScheduleStores.builder(DUE));
    }

    Candidates candidates(UUID video, long window) {
        return Candidates.decode(candidates.fetch(Bytes.wrap(StateKeys.video(video)), window));
    }

    void put(UUID video, long window, Candidates state) {
        candidates.put(Bytes.wrap(StateKeys.video(video)), state.encode(), window);
    }

    @Nullable
    CompanionTable companions(UUID video) {
        return CompanionTable.decode(companions.get(Bytes.wrap(StateKeys.video(video))));
    }

    void put(UUID video, CompanionTable state) {
        companions.put(Bytes.wrap(StateKeys.video(video)), state.encode());
    }

    void schedule(long time, UUID video) {
        due.put(time, video);
    }

    /** Videos to be told now, which are no longer scheduled. */
    List<UUID> due(long now) {
        return due.take(now);
    }
}
