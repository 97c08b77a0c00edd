package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.companion.v1.CompanionEvent;
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

/** What is told on {@code companion.v1}; each fact must be newer than the one before it, and none too long. */
final class HeardCompanions implements AutoCloseable {
    private static final int MOST = 20;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, CompanionEvent> newest = new HashMap<>();

    HeardCompanions(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("companion.v1").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until the video's companions are so. */
    List<UUID> until(UUID video, Predicate<List<UUID>> so) {
        Eventually.holds("the companions of " + video, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
            return so.test(of(video));
        });
        return of(video);
    }

    /** As heard so far. */
    List<UUID> of(UUID video) {
        return newest
                .getOrDefault(video.toString(), CompanionEvent.getDefaultInstance())
                .getChanged()
                .getVideoIdsList()
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        CompanionEvent event;
        try {
            event = CompanionEvent.parseFrom(record.value());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
        assertThat(event.getVideoId()).isEqualTo(record.key());
        assertThat(event.getInstanceId()).isEqualTo("main");
        assertThat(event.getChanged().getVideoIdsList())
                .hasSizeLessThanOrEqualTo(MOST)
                .doesNotHaveDuplicates()
                .doesNotContain(record.key());
        assertThat(record.headers().lastHeader("ce_type").value())
                .asString()
                .isEqualTo("dev.vireo.contracts.companion.v1.CompanionsChanged");
        CompanionEvent before = newest.put(record.key(), event);
        if (before != null) {
            assertThat(event.getRevision()).isGreaterThan(before.getRevision());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
