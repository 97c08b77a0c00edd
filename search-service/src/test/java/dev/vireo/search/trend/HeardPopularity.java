package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.testkit.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is told on {@code popularity.v1}; each fact must be newer than the one before it, and no count may fall. */
final class HeardPopularity implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, PopularityEvent> newest = new HashMap<>();

    HeardPopularity(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("popularity.v1").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until the video's counts are so. */
    PopularityChanged until(UUID video, Predicate<PopularityChanged> so) {
        Eventually.holds("the counts of " + video, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
            PopularityEvent event = newest.get(video.toString());
            return event != null && so.test(event.getChanged());
        });
        return newest.getOrDefault(video.toString(), PopularityEvent.getDefaultInstance())
                .getChanged();
    }

    /** Whether any fact of the video came. */
    boolean knows(UUID video) {
        return newest.containsKey(video.toString());
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        PopularityEvent event;
        try {
            event = PopularityEvent.parseFrom(record.value());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
        assertThat(event.getVideoId()).isEqualTo(record.key());
        assertThat(record.headers().lastHeader("ce_type").value())
                .asString()
                .isEqualTo("dev.vireo.contracts.popularity.v1.PopularityChanged");
        PopularityEvent before = newest.put(record.key(), event);
        if (before != null) {
            assertThat(event.getRevision()).isGreaterThan(before.getRevision());
            assertThat(event.getChanged().getViews())
                    .isGreaterThanOrEqualTo(before.getChanged().getViews());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
