package dev.vireo.kit.event;

import dev.vireo.kit.schedule.KitScheduleConfig;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Outbox, relay and listeners of an application that has a database. */
@Configuration(proxyBeanMethods = false)
@Import({KitListenerConfig.class, KitScheduleConfig.class})
public class KitEventConfig {
    @Bean
    OutboxRelay outboxRelay(
            DataSource database,
            PlatformTransactionManager transactions,
            EventProperties properties,
            @Value("${spring.application.name}") String application) {
        return new OutboxRelay(database, transactions, EventProducers.of(properties), properties, application);
    }

    @Bean
    EventOutbox eventOutbox(JdbcClient jdbc, Clock clock, Tracer tracer, Propagator propagator, OutboxRelay relay) {
        return new JdbcEventOutbox(jdbc, clock, new TraceParent(tracer, propagator), relay::wake);
    }

    @Bean
    ProcessedEvents processedEvents(JdbcClient jdbc, Clock clock, EventProperties properties) {
        return new JdbcProcessedEvents(jdbc, clock, properties.remember());
    }
}
