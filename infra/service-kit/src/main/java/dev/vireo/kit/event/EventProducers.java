package dev.vireo.kit.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes producers of events. */
final class EventProducers {
    private static final int SMALL_BUFFER = 4 * 1024 * 1024;
    private static final int LINGER_MILLIS = 20;

    private EventProducers() {}

    static Supplier<Producer<String, byte[]>> of(EventProperties properties) {
        return () -> producer(settings(properties.bootstrapServers()));
    }

    /** Of facts that may be lost: they go out together, and few wait in memory. */
    static Producer<String, byte[]> lossy(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>(settings(bootstrapServers));
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, SMALL_BUFFER);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        return producer(settings);
    }

    /** Idempotent and fully acknowledged; fails within half a minute, so that the relay starts over from the outbox. */
    static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    private static Producer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
