package dev.vireo.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Listeners of an application. They name {@code containerFactory = "eventListenerFactory"}, or
 * {@code "eventBatchListenerFactory"} to get what one poll brought together; their consumer group is the application's
 * name unless they name another.
 */
@Configuration(proxyBeanMethods = false)
@EnableKafka
@EnableConfigurationProperties(EventProperties.class)
public class KitListenerConfig {
    private static final int LISTENER_THREADS = 2;
    private static final int MOST_AT_ONCE = 100;
    private static final int SESSION_MILLIS = 15_000;

    @Bean
    DeadLetters deadLetters(EventProperties properties, @Value("${spring.application.name}") String application) {
        return new DeadLetters(properties.bootstrapServers(), application, EventProducers.of(properties));
    }

    @Bean
    DeadTasks deadTasks(
            EventProperties properties,
            MeterRegistry metrics,
            @Value("${spring.application.name}") String application) {
        return new DeadTasks(
                new DeadLetterTopics(properties.bootstrapServers(), application),
                EventProducers.of(properties),
                metrics);
    }

    /** Gives a listener one event after the other, but none that only lets a compacted topic forget a key. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> eventListenerFactory(
            EventProperties properties,
            MeterRegistry metrics,
            @Value("${spring.application.name}") String application) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = factory(properties, metrics, application);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.RECORD);
        factory.getContainerProperties().setObservationEnabled(true);
        factory.setRecordFilterStrategy(event -> event.value() == null);
        return factory;
    }

    /**
     * Gives a listener the events of one poll, those without a value included. It tells the one that it fails on by a
     * {@code BatchListenerFailedException}; after any other failure it gets them one by one.
     */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> eventBatchListenerFactory(
            EventProperties properties,
            MeterRegistry metrics,
            @Value("${spring.application.name}") String application) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = factory(properties, metrics, application);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
        factory.setBatchListener(true);
        factory.setContainerCustomizer(BlamingBatchListener::install);
        return factory;
    }

    private static ConcurrentKafkaListenerContainerFactory<String, byte[]> factory(
            EventProperties properties, MeterRegistry metrics, String application) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                consumerSettings(properties, application), new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setConcurrency(LISTENER_THREADS);
        factory.getContainerProperties().setMissingTopicsFatal(false);
        // A transaction ends with a record that no listener sees: a group that did not pass it would seem to lack one.
        factory.getContainerProperties().setFixTxOffsets(true);
        factory.setCommonErrorHandler(EventListeners.errorHandler(
                deadLetterTemplate(properties),
                properties,
                new DeadLetterTopics(properties.bootstrapServers(), application),
                metrics));
        return factory;
    }

    private static KafkaTemplate<String, byte[]> deadLetterTemplate(EventProperties properties) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                EventProducers.settings(properties.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    private static Map<String, Object> consumerSettings(EventProperties properties, String application) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                properties.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                application,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // What a broken off transaction of a stream wrote never happened.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_AT_ONCE,
                // So long the partitions of a killed process wait for another.
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_MILLIS,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                10_000);
    }
}
