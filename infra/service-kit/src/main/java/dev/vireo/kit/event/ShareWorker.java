package dev.vireo.kit.event;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a Kafka share group (KIP-932) that works on one task at a time, however long it takes: the hold on the
 * record is renewed (KIP-1222) while the handler runs on a thread of its own. A worker that dies lets go after the lock
 * duration, and the task goes to another. The broker does not fence a late answer: handlers fence in the database.
 */
public final class ShareWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShareWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RENEWAL_POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ShareWorkerSettings settings;
    private final TaskHandler handler;
    private final ObservationRegistry observations;
    private final Thread thread;
    private volatile boolean running = true;
    private @Nullable volatile KafkaShareConsumer<String, byte[]> consumer;
    private @Nullable volatile Task current;

    /** Starts working at once; each task is an observation {@code vireo.task} in the trace that its record names. */
    public ShareWorker(ShareWorkerSettings settings, TaskHandler handler, ObservationRegistry observations) {
        this.settings = settings;
        this.handler = handler;
        this.observations = observations;
        this.thread = Thread.ofPlatform().name(settings.name()).start(this::loop);
    }

    /** Interrupts the task in work, gives it back, and leaves the group. */
    @Override
    public void close() {
        running = false;
        KafkaShareConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Task task = current;
        if (task != null) {
            task.interrupt();
        }
        try {
            thread.join(CLOSE_TIMEOUT.multipliedBy(3));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (running) {
            try (KafkaShareConsumer<String, byte[]> open = open()) {
                consumer = open;
                open.subscribe(settings.topics());
                open.setAcknowledgementCommitCallback((offsets, failure) -> {
                    Task task = current;
                    if (failure != null && task != null) {
                        task.lost.set(true);
                    }
                });
                work(open);
            } catch (WakeupException stopping) {
                LOG.debug("{} was woken to stop", settings.name());
            } catch (RuntimeException failure) {
                LOG.warn("{} starts over: {}", settings.name(), failure.toString());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void work(KafkaShareConsumer<String, byte[]> open) {
        while (running) {
            for (ConsumerRecord<String, byte[]> task : poll(open, POLL)) {
                open.acknowledge(task, finish(open, task));
                open.commitSync();
            }
        }
    }

    /** Runs one task to its end, renewing the hold meanwhile; the poll after a renewal gives the same record again. */
    private AcknowledgeType finish(KafkaShareConsumer<String, byte[]> open, ConsumerRecord<String, byte[]> start) {
        Task task = new Task(start);
        current = task;
        try {
            ConsumerRecord<String, byte[]> held = start;
            while (!task.waitFor(settings.renewEvery())) {
                held = renew(open, held, task);
            }
            return task.outcome() == TaskHandler.Outcome.DONE ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE;
        } finally {
            task.interrupt();
            current = null;
        }
    }

    /**
     * The client gives the record back when the renewal is answered. That is waited for before polling: a poll that finds
     * nothing renewed would fetch another task, and keep it from idle workers until the next renewal.
     */
    private ConsumerRecord<String, byte[]> renew(
            KafkaShareConsumer<String, byte[]> open, ConsumerRecord<String, byte[]> held, Task task) {
        open.acknowledge(held, AcknowledgeType.RENEW);
        long end = System.nanoTime() + settings.lock().toNanos();
        try {
            open.commitSync(settings.lock());
        } catch (WakeupException stopping) {
            LOG.debug("{} was woken to stop while it renewed", settings.name());
        }
        while (!task.lost.get() && System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> again : poll(open, RENEWAL_POLL)) {
                if (isSame(again, held)) {
                    return again;
                }
                open.acknowledge(again, AcknowledgeType.RELEASE);
            }
        }
        task.lost.set(true);
        task.interrupt();
        throw new KafkaException("The broker no longer holds the task for this worker");
    }

    private Observation observation(ConsumerRecord<String, byte[]> task) {
        ReceiverContext<ConsumerRecord<String, byte[]>> context = new ReceiverContext<>((record, name) -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        });
        context.setCarrier(task);
        return Observation.createNotStarted("vireo.task", () -> context, observations)
                .contextualName(task.topic() + " process")
                .lowCardinalityKeyValue("topic", task.topic());
    }

    private static boolean isSame(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
        return one.offset() == other.offset()
                && one.partition() == other.partition()
                && one.topic().equals(other.topic());
    }

    private ConsumerRecords<String, byte[]> poll(KafkaShareConsumer<String, byte[]> open, Duration timeout) {
        try {
            return open.poll(timeout);
        } catch (WakeupException stopping) {
            return ConsumerRecords.empty();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.pauseAfterFailure().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private KafkaShareConsumer<String, byte[]> open() {
        ShareGroups.configure(settings.bootstrapServers(), settings.group(), settings.lock());
        return new KafkaShareConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        settings.group(),
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        settings.name(),
                        ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG,
                        "explicit",
                        ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
                        "record_limit",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The handler at work on its own thread. */
    private final class Task implements TaskLease {
        private final AtomicBoolean lost = new AtomicBoolean();
        private final CompletableFuture<TaskHandler.Outcome> result = new CompletableFuture<>();
        private final Thread worker;

        Task(ConsumerRecord<String, byte[]> task) {
            worker = Thread.ofPlatform().name(settings.name() + "-task").start(() -> run(task));
        }

        @Override
        public boolean lost() {
            return lost.get();
        }

        private void run(ConsumerRecord<String, byte[]> task) {
            try {
                result.complete(observation(task)
                        .<TaskHandler.Outcome, InterruptedException>observeChecked(() -> handler.handle(task, this)));
            } catch (InterruptedException stopped) {
                result.complete(TaskHandler.Outcome.LATER);
            } catch (Throwable failure) {
                LOG.error("{} failed on {}@{}", settings.name(), task.partition(), task.offset(), failure);
                result.complete(TaskHandler.Outcome.LATER);
            }
        }

        boolean waitFor(Duration time) {
            try {
                result.get(time.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException notYet) {
                return false;
            } catch (ExecutionException impossible) {
                throw new KafkaException(impossible);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        TaskHandler.Outcome outcome() {
            return result.getNow(TaskHandler.Outcome.LATER);
        }

        void interrupt() {
            worker.interrupt();
        }
    }
}
