package dev.vireo.kit.event;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ids of processed events in a table beside the service's own; the unique key decides a race. */
final class JdbcProcessedEvents implements ProcessedEvents {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration remember;

    JdbcProcessedEvents(JdbcClient jdbc, Clock clock, Duration remember) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.remember = remember;
    }

    @Override
    public boolean firstTime(String consumer, ConsumerRecord<?, ?> event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Note an event in the transaction that holds its effect.");
        }
        return jdbc.sql("insert into processed_event (consumer, event_id, processed_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(consumer, id(event), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from processed_event where processed_at < ?")
                .param(Timestamp.from(clock.instant().minus(remember)))
                .update();
    }

    private static UUID id(ConsumerRecord<?, ?> event) {
        Header header = event.headers().lastHeader(CloudEvent.ID);
        if (header == null) {
            throw new PoisonEventException("The record has no " + CloudEvent.ID + " header");
        }
        try {
            return UUID.fromString(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException malformed) {
            throw new PoisonEventException("The record's " + CloudEvent.ID + " is not a UUID", malformed);
        }
    }
}
