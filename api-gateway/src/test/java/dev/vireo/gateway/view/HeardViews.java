package dev.vireo.gateway.view;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.view.v1.ViewEvent;
import dev.vireo.testkit.RealServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the bus heard of views since this was opened. */
final class HeardViews implements AutoCloseable {
    private static final String TOPIC = "view.v1";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    HeardViews() {
        RealServers.kafka().createTopic(TOPIC, 2);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** All of them, as soon as one of them is the last. */
    List<ViewEvent> until(Predicate<ViewEvent> last) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (heard.stream().map(HeardViews::event).noneMatch(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The bus did not hear it");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        }
        return heard.stream().map(HeardViews::event).toList();
    }

    /** Everything of the newest record, as text. */
    String newest() {
        ConsumerRecord<String, byte[]> record = heard.getLast();
        StringBuilder text =
                new StringBuilder(record.key()).append(new String(record.value(), StandardCharsets.ISO_8859_1));
        record.headers()
                .forEach(header ->
                        text.append(header.key()).append(new String(header.value(), StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    private static ViewEvent event(ConsumerRecord<String, byte[]> record) {
        try {
            return ViewEvent.parseFrom(record.value());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
