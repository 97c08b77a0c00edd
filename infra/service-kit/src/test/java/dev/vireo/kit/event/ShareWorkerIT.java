package dev.vireo.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.Ids;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShareWorkerIT {
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
        Eventually.until(() -> done.size() >= 20);
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
        Eventually.until(() -> calls.get() == 1);
        work("b", handler);
        long past = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Eventually.until(() -> System.nanoTime() > past);
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
        Eventually.until(() -> begun.get() == 1);
        long past = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        Eventually.until(() -> System.nanoTime() > past);
        work("b", handler);
        Eventually.until(() -> done.size() >= 12);
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
        Eventually.until(() -> held.getCount() == 0);
        AtomicInteger failures = new AtomicInteger();
        work("b", (task, lease) -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("fails once");
            }
            done.add(task.key());
            return TaskHandler.Outcome.DONE;
        });
        stopping.close();
        Eventually.until(() -> !done.isEmpty());
        assertThat(failures).hasValue(2);
    }

    private ShareWorker work(String name, TaskHandler handler) {
        ShareWorker worker = new ShareWorker(
                new ShareWorkerSettings(
                        name,
                        RealServers.kafka().bootstrapServers(),
                        "group-" + topic,
                        List.of(topic),
                        Duration.ofSeconds(2),
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
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int task = 0; task < tasks; task++) {
                var unused = producer.send(new ProducerRecord<>(topic, "task" + task, new byte[0]));
            }
        }
    }
}
