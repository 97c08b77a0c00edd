package dev.vireo.kit.event;

import dev.vireo.kit.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table beside the service's own; the relay is woken when the transaction has committed. */
final class JdbcEventOutbox implements EventOutbox {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TraceParent traceParent;
    private final Runnable wakeRelay;

    JdbcEventOutbox(JdbcClient jdbc, Clock clock, TraceParent traceParent, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.traceParent = traceParent;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void add(OutboxEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event must be added in the transaction that changes the state.");
        }
        jdbc.sql("""
                        insert into event_outbox (event_id, topic, key, type, value, trace_parent, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(Ids.newId())
                .param(event.topic())
                .param(event.key())
                .param(event.type())
                .param(event.value())
                .param(traceParent.current())
                .param(Timestamp.from(clock.instant()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
    }
}
