package dev.vireo.gateway.view;

import dev.vireo.kit.event.LossyEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Views on their way to the bus. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewProperties.class)
class ViewConfig {
    @Bean
    LossyEvents lossyEvents(
            ViewProperties properties,
            @Value("${spring.application.name}") String application,
            Clock clock,
            Tracer tracer,
            Propagator propagator,
            MeterRegistry metrics) {
        return new LossyEvents(
                        properties.bootstrapServers(),
                        application,
                        properties.buffer(),
                        clock,
                        tracer,
                        propagator,
                        metrics)
                .start();
    }

    @Bean
    Views views(LossyEvents events, ViewProperties properties, Clock clock) {
        return new Views(new ViewerKeys(properties.secret()), new ViewEvents(events), clock);
    }
}
