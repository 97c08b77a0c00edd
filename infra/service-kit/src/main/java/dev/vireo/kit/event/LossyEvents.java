package dev.vireo.kit.event;

import dev.vireo.kit.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes facts that may be lost, for services without a database: to send never waits. While the broker is away
 * they wait in a bounded queue for about half a minute; what does not fit or waits longer is dropped and counted
 * ({@code vireo.events.lost}).
 */
public final class LossyEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LossyEvents.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> producers;
    private final String source;
    private final Clock clock;
    private final TraceParent traceParent;
    private final MeterRegistry metrics;
    private final BlockingQueue<ProducerRecord<String, byte[]>> waiting;
    private final Thread sender;
    private volatile boolean running = true;
    private @Nullable Producer<String, byte[]> producer;

    /** Of the application {@code source}; so many events wait at most. */
    public LossyEvents(
            String bootstrapServers,
            String source,
            int capacity,
            Clock clock,
            Tracer tracer,
            Propagator propagator,
            MeterRegistry metrics) {
        this.producers = () -> EventProducers.lossy(bootstrapServers);
        this.source = source;
        this.clock = clock;
        this.traceParent = new TraceParent(tracer, propagator);
        this.metrics = metrics;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.sender = Thread.ofPlatform().daemon().name("lossy-events").unstarted(this::loop);
    }

    /** Begins to send. */
    public LossyEvents start() {
        sender.start();
        return this;
    }

    /** Leaves an event to be sent; returns at once, whatever comes of it. */
    public void send(OutboxEvent event) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(
                event.topic(),
                null,
                clock.millis(),
                event.key(),
                event.value(),
                EventHeaders.of(
                        Ids.newId(), event.type(), source, clock.instant(), event.key(), traceParent.current()));
        if (!running || !waiting.offer(sent)) {
            lost(event.topic()).increment();
        }
    }

    /** Sends what waits, within a few seconds. */
    @Override
    public void close() {
        running = false;
        try {
            sender.join(STOP_TIMEOUT.plus(PAUSE));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (running) {
                ProducerRecord<String, byte[]> event = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (event != null && !sendNow(event)) {
                    Thread.sleep(PAUSE);
                }
            }
            waiting.forEach(this::sendNow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (producer != null) {
            producer.close(STOP_TIMEOUT);
        }
    }

    /** False when the broker cannot be asked now. */
    private boolean sendNow(ProducerRecord<String, byte[]> event) {
        try {
            Producer<String, byte[]> open = producer == null ? producers.get() : producer;
            producer = open;
            var unused = open.send(event, (taken, failure) -> {
                if (failure != null) {
                    lost(event.topic()).increment();
                }
            });
            return true;
        } catch (KafkaException away) {
            LOG.warn("An event of {} is lost: {}", event.topic(), away.toString());
            lost(event.topic()).increment();
            return false;
        }
    }

    private Counter lost(String topic) {
        return metrics.counter("vireo.events.lost", "topic", topic);
    }
}
