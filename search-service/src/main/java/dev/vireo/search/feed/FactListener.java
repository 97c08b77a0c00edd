package dev.vireo.search.feed;

import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.group.EventGroups;
import dev.vireo.search.document.DocumentWrite;
import dev.vireo.search.index.ElasticsearchDocuments;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.SearchIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Feeds the indexes of a kind from its topic: what one poll brought goes into an index at once. Each index has a consumer
 * group of its own, so that a new one begins with the oldest event.
 */
final class FactListener {
    private final IndexLife indexes;
    private final ElasticsearchDocuments documents;
    private final EventGroups groups;
    private final Function<byte[], @Nullable DocumentWrite> mapper;

    FactListener(
            IndexLife indexes,
            ElasticsearchDocuments documents,
            EventGroups groups,
            Function<byte[], @Nullable DocumentWrite> mapper) {
        this.indexes = indexes;
        this.documents = documents;
        this.groups = groups;
        this.mapper = mapper;
    }

    /** Indexes come and go while the service runs. */
    @Scheduled(fixedDelay = 500)
    void follow() {
        Map<String, Consumer<List<ConsumerRecord<String, byte[]>>>> handlers = indexes.fed().stream()
                .collect(Collectors.toMap(SearchIndex::group, index -> events -> on(index, events)));
        groups.keep(indexes.kind().topic(), handlers);
    }

    private void on(SearchIndex index, List<ConsumerRecord<String, byte[]>> events) {
        List<ConsumerRecord<String, byte[]>> written = new ArrayList<>();
        List<DocumentWrite> writes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                DocumentWrite write = write(event.value());
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

    private void write(SearchIndex index, List<DocumentWrite> writes, List<ConsumerRecord<String, byte[]>> events) {
        List<Integer> refused = documents.write(index, writes);
        if (!refused.isEmpty()) {
            throw new BatchListenerFailedException(
                    "The index refuses it",
                    new PoisonEventException("The index refuses it"),
                    events.get(refused.getFirst()));
        }
    }

    private @Nullable DocumentWrite write(byte @Nullable [] value) {
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
