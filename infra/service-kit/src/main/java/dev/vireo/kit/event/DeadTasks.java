package dev.vireo.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Where a worker leaves a task that it gives up, as a broker has no such place for a share group:
 * {@code <topic>.<application>.dlt}, with the cause. {@link DeadLetters} lists it there and sends it again.
 */
public final class DeadTasks {
    private final DeadLetterTopics topics;
    private final Supplier<Producer<String, byte[]>> producers;
    private final MeterRegistry metrics;

    DeadTasks(DeadLetterTopics topics, Supplier<Producer<String, byte[]>> producers, MeterRegistry metrics) {
        this.topics = topics;
        this.producers = producers;
        this.metrics = metrics;
    }

    /** Returns when the broker has it; a crash before the worker noted that leaves it there twice. */
    public void bury(ConsumerRecord<String, byte[]> task, String cause) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topics.of(task.topic()), task.key(), task.value());
        task.headers().forEach(header -> letter.headers().add(header));
        letter.headers().add(DeadLetters.CAUSE, cause.getBytes(StandardCharsets.UTF_8));
        try (Producer<String, byte[]> producer = producers.get()) {
            producer.send(letter).get();
            metrics.counter("vireo.events.dead", "topic", task.topic()).increment();
        } catch (ExecutionException refused) {
            throw new KafkaException("A task could not be given up", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while a task was given up", interrupted);
        }
    }
}
