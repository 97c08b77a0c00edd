package dev.vireo.kit.event;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Makes producers of events. */
final class EventProducers {
    private EventProducers() {}

    static Supplier<Producer<String, byte[]>> of(EventProperties properties) {
        return () -> new KafkaProducer<>(settings(properties), new StringSerializer(), new ByteArraySerializer());
    }

    static KafkaTemplate<String, byte[]> template(EventProperties properties) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                settings(properties), new StringSerializer(), new ByteArraySerializer()));
    }

    /** Idempotent and fully acknowledged; fails within half a minute, so that the relay starts over from the outbox. */
    private static Map<String, Object> settings(EventProperties properties) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers(),
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }
}
