package dev.vireo.search.feed;

import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.group.EventGroups;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.SearchIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Feeds the indexes of a kind from a topic: what one poll brought goes into an index at once. Each index has a consumer
 * group of its own, so that a new one begins with the oldest event.
 *
 * @param <W> what a fact changes
 */
final class FactListener<W> {
    private final IndexLife indexes;
    private final String topic;
    private final EventGroups groups;
    private final Function<byte[], @Nullable W> mapper;
    private final BiFunction<SearchIndex, List<W>, List<Integer>> writer;

    /** The writer gives the numbers of those that the index refuses. */
    FactListener(
            IndexLife indexes,
            String topic,
            EventGroups groups,
            Function<byte[], @Nullable W> mapper,
            BiFunction<SearchIndex, List<W>, List<Integer>> writer) {
        this.indexes = indexes;
        this.topic = topic;
        this.groups = groups;
        this.mapper = mapper;
        this.writer = writer;
    }

    /** Indexes come and go while the service runs. */
    @Scheduled(fixedDelay = 500)
    void follow() {
        Map<String, Consumer<List<ConsumerRecord<String, byte[]>>>> handlers = indexes.fed().stream()
                .collect(Collectors.toMap(index -> index.group(topic), index -> events -> on(index, events)));
        groups.keep(this, topic, handlers);
    }

    private void on(SearchIndex index, List<ConsumerRecord<String, byte[]>> events) {
        List<ConsumerRecord<String, byte[]>> written = new ArrayList<>();
        List<W> writes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                W write = write(event.value());
                if (write != null) {
                    writes.add(write);
                    written.add(event);
                }
            } catch (PoisonEventException malformed) {
                write(index, writes, written);
                throw new BatchListenerFailedException("Not a fact of " + event.topic(), malformed, event);
            }
        }
        write(index, writes, written);
    }

    private void write(SearchIndex index, List<W> writes, List<ConsumerRecord<String, byte[]>> events) {
        List<Integer> refused = writer.apply(index, writes);
        if (!refused.isEmpty()) {
            throw new BatchListenerFailedException(
                    "The index refuses it",
                    new PoisonEventException("The index refuses it"),
                    events.get(refused.getFirst()));
        }
    }

    private @Nullable W write(byte @Nullable [] value) {
        try {
            return value == null ? null : mapper.apply(value);
        } catch (PoisonEventException known) {
            throw known;
        } catch (RuntimeException malformed) {
            // Whatever it is, it is this fact's fault: the others of its poll must not wait for it.
            throw new PoisonEventException("The fact cannot be understood", malformed);
        }
    }
}
