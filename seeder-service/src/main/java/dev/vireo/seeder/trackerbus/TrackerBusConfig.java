package dev.vireo.seeder.trackerbus;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.event.LossyEvents;
import dev.vireo.seeder.tracker.Replicas;
import dev.vireo.seeder.tracker.Tracker;
import dev.vireo.seeder.tracker.TrackerProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether replicas tell one another. */
@Configuration(proxyBeanMethods = false)
class TrackerBusConfig {

    private static final String SHARED = "vireo.tracker.swarms.shared";
    /** Two seconds of a busy tracker; with an offer in each, 8 MB. What does not fit is told again by itself. */
    private static final int WAITING = 1_000;

    @Bean
    @ConditionalOnBooleanProperty(name = SHARED, matchIfMissing = true)
    LossyEvents lossyEvents(
            EventProperties properties,
            @Value("${spring.application.name}") String application,
            Clock clock,
            Tracer tracer,
            Propagator propagator,
            MeterRegistry metrics) {
        return new LossyEvents(properties.bootstrapServers(), application, WAITING, clock, tracer, propagator, metrics)
                .start();
    }

    @Bean
    @ConditionalOnBooleanProperty(name = SHARED, matchIfMissing = true)
    SwarmPeerEvents swarmPeerEvents(LossyEvents events, Clock clock) {
        return new SwarmPeerEvents(UUID.randomUUID().toString(), events, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = SHARED, matchIfMissing = true)
    SwarmPeerListener swarmPeerListener(
            Tracker tracker, SwarmPeerEvents events, TrackerProperties properties, Clock clock) {
        TrackerProperties.Interval interval = properties.interval();
        return new SwarmPeerListener(tracker, events, interval.stay(interval.max()), clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = SHARED, havingValue = false)
    Replicas alone() {
        return Alone.REPLICA;
    }
}
