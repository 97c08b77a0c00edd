package dev.vireo.kit.event;

import dev.vireo.kit.schedule.KitScheduleConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Outbox, relay and listeners of an application that has a database. Listeners name
 * {@code containerFactory = "eventListenerFactory"}; their consumer group is the application's name.
 */
@Configuration(proxyBeanMethods = false)
@EnableKafka
@Import(KitScheduleConfig.class)
@EnableConfigurationProperties(EventProperties.class)
public class KitEventConfig {
    private static final int LISTENER_THREADS = 2;

    @Bean
    OutboxRelay outboxRelay(
            DataSource database,
            PlatformTransactionManager transactions,
            EventProperties properties,
            @Value("${spring.application.name}") String application) {
        return new OutboxRelay(database, transactions, producers(properties), properties, application);
    }

    @Bean
    EventOutbox eventOutbox(JdbcClient jdbc, Clock clock, Tracer tracer, Propagator propagator, OutboxRelay relay) {
        return new JdbcEventOutbox(jdbc, clock, new TraceParent(tracer, propagator), relay::wake);
    }

    @Bean
    ProcessedEvents processedEvents(JdbcClient jdbc, Clock clock, EventProperties properties) {
        return new JdbcProcessedEvents(jdbc, clock, properties.remember());
    }

    @Bean
    DeadLetters deadLetters(EventProperties properties, @Value("${spring.application.name}") String application) {
        return new DeadLetters(properties.bootstrapServers(), application, producers(properties));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> eventListenerFactory(
            EventProperties properties,
            MeterRegistry metrics,
            @Value("${spring.application.name}") String application) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, application);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setConcurrency(LISTENER_THREADS);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.RECORD);
        factory.getContainerProperties().setMissingTopicsFatal(false);
        factory.getContainerProperties().setObservationEnabled(true);
        factory.setCommonErrorHandler(EventListeners.errorHandler(
                deadLetterTemplate(properties),
                properties,
                new DeadLetterTopics(properties.bootstrapServers(), application),
                metrics));
        return factory;
    }

    private static Supplier<Producer<String, byte[]>> producers(EventProperties properties) {
        return () ->
                new KafkaProducer<>(producerSettings(properties), new StringSerializer(), new ByteArraySerializer());
    }

    private static KafkaTemplate<String, byte[]> deadLetterTemplate(EventProperties properties) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                producerSettings(properties), new StringSerializer(), new ByteArraySerializer()));
    }

    /** Idempotent and fully acknowledged; fails within half a minute, so that the relay starts over from the outbox. */
    private static Map<String, Object> producerSettings(EventProperties properties) {
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
