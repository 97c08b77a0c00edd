package dev.vireo.search.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Of which video of a partition something is to be told when. It stands by time, so that each look at the clock is
 * bounded work and nobody looks at a video that nothing happens to.
 */
public final class ScheduleStores {
    private static final int MOST_AT_ONCE = 1_000;
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID MOST = new UUID(-1, -1);

    private final KeyValueStore<Bytes, byte[]> due;
    private long takenUntil;

    /** That of the store of that name. */
    public ScheduleStores(ProcessorContext<?, ?> context, String name) {
        this.due = context.getStateStore(name);
    }

    /** Its store. */
    public static StoreBuilder<?> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    /** At {@code time}; who puts it again must remove it first. */
    public void put(long time, UUID video) {
        due.put(Bytes.wrap(StateKeys.due(time, video)), new byte[0]);
        // A clock that was set back.
        takenUntil = Math.min(takenUntil, time);
    }

    /** No longer at {@code time}. */
    public void remove(long time, UUID video) {
        due.delete(Bytes.wrap(StateKeys.due(time, video)));
    }

    /** Removes those whose time has come, the oldest first; a bounded number, the others follow with the next look. */
    public List<UUID> take(long now) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries =
                due.range(Bytes.wrap(StateKeys.due(takenUntil, LEAST)), Bytes.wrap(StateKeys.due(now, MOST)))) {
            while (keys.size() < MOST_AT_ONCE && entries.hasNext()) {
                keys.add(entries.next().key);
            }
        }
        keys.forEach(due::delete);
        if (keys.size() < MOST_AT_ONCE) {
            // What was deleted before costs no more to pass over.
            takenUntil = now;
        }
        return keys.stream().map(key -> StateKeys.videoOfDue(key.get())).toList();
    }
}
