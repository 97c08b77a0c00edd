package dev.vireo.kit.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * An operator's view of the events that this consumer gave up: {@code GET /actuator/deadletters} lists them,
 * {@code POST /actuator/deadletters/{topic}} sends those of a topic to it once more, for when their cause is mended.
 * Other consumers of the topic know the events by their ids, for {@code vireo.kafka.remember}, and pass over them; after
 * a crash in the middle some go twice, which is as harmless. An event comes after newer ones of its aggregate now:
 * consumers compare versions. It goes to its partition under a key of its own, as a compacted topic would take it for
 * the newest of its aggregate and remove that. The same key without a value follows: such a topic forgets the copy once
 * all had time to read it, and keeps the event where it stood if it is the newest. The endpoint asks for no token and
 * is closed by default.
 */
@Endpoint(id = "deadletters")
public final class DeadLetters {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int MOST_LISTED = 100;
    private static final int TRIES = 15;
    static final String CAUSE = "kafka_dlt-exception-message";
    private static final String OURS = "kafka_dlt-";
    private static final String AGAIN = " again ";

    private final String bootstrapServers;
    private final String consumer;
    private final Supplier<Producer<String, byte[]>> producers;

    DeadLetters(String bootstrapServers, String consumer, Supplier<Producer<String, byte[]>> producers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = consumer;
        this.producers = producers;
    }

    /**
     * An event that waits.
     *
     * @param topic where it came from
     * @param id its {@code ce_id}
     * @param type its {@code ce_type}
     * @param key id of its aggregate
     * @param since when it was given up
     * @param cause what the consumer failed on
     */
    public record DeadLetter(String topic, String id, String type, String key, Instant since, String cause) {}

    /**
     * What was sent again.
     *
     * @param events how many
     */
    public record Replayed(int events) {}

    /** The oldest hundred of each topic that have not been sent again. */
    @ReadOperation
    public List<DeadLetter> waiting() {
        List<DeadLetter> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> open = open()) {
            String ending = "." + consumer + ".dlt";
            open.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(ending))
                    .sorted()
                    .forEach(topic -> {
                        TopicPartition letters = new TopicPartition(topic, 0);
                        next(open, letters, begin(open, letters)).stream()
                                .limit(MOST_LISTED)
                                .map(event -> letter(topic.substring(0, topic.length() - ending.length()), event))
                                .forEach(found::add);
                    });
        }
        return found;
    }

    /** Returns when the broker has all of them. */
    @WriteOperation
    public Replayed replay(@Selector String topic) {
        TopicPartition letters = new TopicPartition(topic + "." + consumer + ".dlt", 0);
        try (KafkaConsumer<String, byte[]> open = open();
                Producer<String, byte[]> producer = producers.get()) {
            if (!open.listTopics().containsKey(letters.topic())) {
                return new Replayed(0);
            }
            int sent = 0;
            long end = begin(open, letters);
            while (open.position(letters) < end) {
                List<ConsumerRecord<String, byte[]>> events = next(open, letters, end);
                List<Future<RecordMetadata>> taken = new ArrayList<>(2 * events.size());
                for (ConsumerRecord<String, byte[]> event : events) {
                    ProducerRecord<String, byte[]> copy = again(topic, event);
                    taken.add(producer.send(copy));
                    taken.add(producer.send(new ProducerRecord<>(topic, copy.partition(), copy.key(), null)));
                }
                for (Future<RecordMetadata> acknowledgement : taken) {
                    acknowledgement.get();
                }
                open.commitSync();
                sent += events.size();
            }
            return new Replayed(sent);
        } catch (ExecutionException refused) {
            throw new KafkaException("An event could not be sent again", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while events were sent again", interrupted);
        }
    }

    /** Stands at the first that was not sent again; gives the present end. */
    private static long begin(KafkaConsumer<String, byte[]> open, TopicPartition letters) {
        open.assign(List.of(letters));
        return open.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
    }

    /** Some more of them; none only at the end. */
    private static List<ConsumerRecord<String, byte[]>> next(
            KafkaConsumer<String, byte[]> open, TopicPartition letters, long end) {
        for (int tries = 0; tries < TRIES && open.position(letters) < end; tries++) {
            List<ConsumerRecord<String, byte[]>> events = open.poll(POLL).records(letters);
            if (!events.isEmpty()) {
                return events;
            }
        }
        if (open.position(letters) < end) {
            throw new KafkaException("The broker gives no dead letters: try again later");
        }
        return List.of();
    }

    private static ProducerRecord<String, byte[]> again(String topic, ConsumerRecord<String, byte[]> event) {
        ProducerRecord<String, byte[]> again =
                new ProducerRecord<>(topic, partition(event), keyOfItsOwn(event), event.value());
        for (Header header : event.headers()) {
            if (!header.key().startsWith(OURS)) {
                again.headers().add(header);
            }
        }
        return again;
    }

    private static @Nullable Integer partition(ConsumerRecord<String, byte[]> event) {
        @Nullable Header header = event.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
        return header == null ? null : ByteBuffer.wrap(header.value()).getInt();
    }

    private static String keyOfItsOwn(ConsumerRecord<String, byte[]> event) {
        return key(event) + AGAIN + text(event, CloudEvent.ID);
    }

    /** Of its aggregate, also when it was sent again before. */
    private static String key(ConsumerRecord<String, byte[]> event) {
        if (event.key() == null) {
            return "";
        }
        int again = event.key().indexOf(AGAIN);
        return again < 0 ? event.key() : event.key().substring(0, again);
    }

    private static DeadLetter letter(String topic, ConsumerRecord<String, byte[]> event) {
        return new DeadLetter(
                topic,
                text(event, CloudEvent.ID),
                text(event, CloudEvent.TYPE),
                key(event),
                Instant.ofEpochMilli(event.timestamp()),
                text(event, CAUSE));
    }

    private static String text(ConsumerRecord<String, byte[]> event, String name) {
        @Nullable Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        consumer + ".replay",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
