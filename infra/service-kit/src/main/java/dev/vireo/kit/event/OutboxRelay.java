package dev.vireo.kit.event;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves events from the outbox to the bus: in the order of their rows, by one process at a time (an advisory lock),
 * deleted only after the broker's acknowledgement. Nothing is lost; after a crash an event may be sent twice, with the
 * same id. After a failed send the producer is replaced, so that no later event overtakes an earlier one.
 */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x7669_7265_6f01L;
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Producer<String, byte[]>> producers;
    private final EventProperties properties;
    private final String source;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Thread thread;

    OutboxRelay(
            DataSource database,
            PlatformTransactionManager transactions,
            Supplier<Producer<String, byte[]>> producers,
            EventProperties properties,
            String source) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
        this.producers = producers;
        this.properties = properties;
        this.source = source;
    }

    void wake() {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread loop = thread;
        try {
            if (loop != null && !loop.join(STOP_TIMEOUT)) {
                loop.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                boolean more = Boolean.TRUE.equals(transaction.execute(status -> relayBatch()));
                if (!more) {
                    pause();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (RuntimeException away) {
                LOG.warn("Events wait in the outbox: {}", away.toString());
                closeProducer();
                waitAfterFailure();
            }
        }
        closeProducer();
    }

    /** Sends the oldest events; true when there may be more. */
    private boolean relayBatch() {
        if (!Boolean.TRUE.equals(jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single())) {
            return false;
        }
        List<Row> rows = jdbc.sql("select seq, event_id, topic, key, type, value, trace_parent, created_at"
                        + " from event_outbox order by seq limit ?")
                .param(properties.relayBatch())
                .query(Row.class)
                .list();
        if (rows.isEmpty()) {
            return false;
        }
        send(rows);
        jdbc.sql("delete from event_outbox where seq = any(?)")
                .param(rows.stream().map(Row::seq).toArray(Long[]::new))
                .update();
        return rows.size() == properties.relayBatch();
    }

    private void send(List<Row> rows) {
        Producer<String, byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
        for (Row row : rows) {
            acknowledgements.add(open.send(row.toRecord(source)));
        }
        open.flush();
        try {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get(ACK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The broker did not take an event", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", interrupted);
        }
    }

    private void pause() throws InterruptedException {
        if (wake.tryAcquire(properties.relayInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void waitAfterFailure() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.relayInterval().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    record Row(
            long seq,
            UUID eventId,
            String topic,
            String key,
            String type,
            byte[] value,
            @Nullable String traceParent,
            Timestamp createdAt) {
        ProducerRecord<String, byte[]> toRecord(String source) {
            return new ProducerRecord<>(
                    topic,
                    null,
                    key,
                    value,
                    EventHeaders.of(eventId, type, source, createdAt.toInstant(), key, traceParent));
        }
    }
}
