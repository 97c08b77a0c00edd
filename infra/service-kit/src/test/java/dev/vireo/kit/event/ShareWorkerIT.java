package dev.vireo.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShareWorkerIT {
    private static final Duration LOCK = Duration.ofSeconds(2);

    private final String topic = "tasks-" + Ids.newId();
    private final List<ShareWorker> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(ShareWorker::close);
    }

    @Test
    void sharesTasksAndDoesEachOnce() {
        send(20);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        TaskHandler handler = (task, lease) -> {
            threads.add(Thread.currentThread());
            done.add(task.key());
            return TaskHandler.Outcome.DONE;
        };
        work("a", handler);
        work("b", handler);
        Eventually.holds("all are done", () -> done.size() >= 20);
        assertThat(done).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void holdsATaskForLongerThanTheLock() {
        send(1);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        TaskHandler handler = (task, lease) -> {
            calls.incrementAndGet();
            enough.await();
            return lease.lost() ? TaskHandler.Outcome.LATER : TaskHandler.Outcome.DONE;
        };
        work("a", handler);
        Eventually.holds("it is called", () -> calls.get() == 1);
        work("b", handler);
        aLockIsOver();
        aLockIsOver();
        assertThat(calls).hasValue(1);
        enough.countDown();
    }

    /** The lock is over many times while the first task runs: whatever its worker fetches meanwhile is held up by it. */
    @Test
    void aLongTaskHoldsNoOtherTaskBack() {
        send(12, 1);
        CountDownLatch others = new CountDownLatch(11);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        AtomicInteger begun = new AtomicInteger();
        TaskHandler handler = (task, lease) -> {
            if (begun.getAndIncrement() == 0) {
                others.await();
            } else {
                others.countDown();
            }
            done.add(task.key());
            return TaskHandler.Outcome.DONE;
        };
        work("a", handler);
        Eventually.holds("the long one is begun", () -> begun.get() == 1);
        aLockIsOver();
        work("b", handler);
        Eventually.holds("all are done", () -> done.size() >= 12);
        assertThat(done).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void givesATaskToAnotherWhenItFailsOrStops() {
        send(1);
        CountDownLatch held = new CountDownLatch(1);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        ShareWorker stopping = work("a", (task, lease) -> {
            held.countDown();
            new CountDownLatch(1).await();
            return TaskHandler.Outcome.DONE;
        });
        Eventually.holds("it is held", () -> held.getCount() == 0);
        AtomicInteger failures = new AtomicInteger();
        work("b", (task, lease) -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("fails once");
            }
            done.add(task.key());
            return TaskHandler.Outcome.DONE;
        });
        stopping.close();
        Eventually.holds("another does it", () -> !done.isEmpty());
        assertThat(failures).hasValue(2);
    }

    /** By the broker's clock: it gives a task to another worker because the first one let its whole lock go by. */
    private void aLockIsOver() {
        String brokers = RealServers.kafka().bootstrapServers();
        String clock = "clock-" + Ids.newId();
        RealServers.kafka().createTopic(clock, 1);
        send(clock, 1);
        ShareGroups.configure(brokers, "group-" + clock, LOCK);
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "group.id", "group-" + clock);
        CountDownLatch over = new CountDownLatch(1);
        try (KafkaShareConsumer<String, byte[]> silent =
                new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            silent.subscribe(List.of(clock));
            Eventually.holds(
                    "somebody else has it",
                    () -> !silent.poll(Duration.ofMillis(100)).isEmpty());
            work("clock", clock, (task, lease) -> {
                over.countDown();
                return TaskHandler.Outcome.DONE;
            });
            Eventually.holds("it is given to another", () -> over.getCount() == 0);
        }
    }

    private ShareWorker work(String name, TaskHandler handler) {
        return work(name, topic, handler);
    }

    private ShareWorker work(String name, String from, TaskHandler handler) {
        ShareWorker worker = new ShareWorker(
                new ShareWorkerSettings(
                        name,
                        RealServers.kafka().bootstrapServers(),
                        "group-" + from,
                        List.of(from),
                        LOCK,
                        Duration.ofMillis(500),
                        Duration.ofMillis(100)),
                handler,
                ObservationRegistry.NOOP);
        workers.add(worker);
        return worker;
    }

    private void send(int tasks) {
        send(tasks, 2);
    }

    private void send(int tasks, int partitions) {
        RealServers.kafka().createTopic(topic, partitions);
        send(topic, tasks);
    }

    private static void send(String to, int tasks) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int task = 0; task < tasks; task++) {
                var unused = producer.send(new ProducerRecord<>(to, "task" + task, new byte[0]));
            }
        }
    }
}
