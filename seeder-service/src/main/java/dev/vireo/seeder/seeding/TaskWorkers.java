package dev.vireo.seeder.seeding;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.event.ShareWorker;
import dev.vireo.kit.event.ShareWorkerSettings;
import dev.vireo.kit.event.TaskHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The workers of this process. */
@Component
class TaskWorkers implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int RENEWALS_PER_LOCK = 4;
    private static final String TOPIC = "seed-task.v1";

    private final TaskHandler handler;
    private final WorkerProperties properties;
    private final EventProperties events;
    private final ObservationRegistry observations;
    private final List<ShareWorker> workers = new ArrayList<>();

    TaskWorkers(
            TaskHandler handler,
            WorkerProperties properties,
            EventProperties events,
            ObservationRegistry observations) {
        this.handler = handler;
        this.properties = properties;
        this.events = events;
        this.observations = observations;
    }

    @Override
    public synchronized void start() {
        for (int number = 0; number < properties.workers(); number++) {
            workers.add(new ShareWorker(
                    new ShareWorkerSettings(
                            "seed-worker-" + number,
                            events.bootstrapServers(),
                            properties.group(),
                            List.of(TOPIC),
                            properties.lock(),
                            properties.lock().dividedBy(RENEWALS_PER_LOCK),
                            PAUSE),
                    handler,
                    observations));
        }
    }

    @Override
    public synchronized void stop() {
        List<Thread> closing = workers.stream()
                .map(worker -> Thread.ofPlatform().start(worker::close))
                .toList();
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        workers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }
}
