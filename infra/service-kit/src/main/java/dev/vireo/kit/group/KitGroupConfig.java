package dev.vireo.kit.group;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.event.KitListenerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;

/** For an application that follows topics in groups of its own making. */
@Configuration(proxyBeanMethods = false)
@Import(KitListenerConfig.class)
public class KitGroupConfig {
    @Bean
    EventGroups eventGroups(
            @Qualifier("eventBatchListenerFactory")
                    ConcurrentKafkaListenerContainerFactory<String, byte[]> eventBatchListenerFactory,
            EventProperties properties) {
        return new EventGroups(eventBatchListenerFactory, new GroupOffsets(properties.bootstrapServers()));
    }
}
