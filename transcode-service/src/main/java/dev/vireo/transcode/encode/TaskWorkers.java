package dev.vireo.transcode.encode;

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

/** The workers of this process; some take only the first chunks of videos, so that these never wait for long work. */
@Component
class TaskWorkers implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int RENEWALS_PER_LOCK = 4;
    private static final String EXPRESS_TOPIC = "transcode-task-express.v1";
    private static final String TOPIC = "transcode-task.v1";

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
        this.observations = observations;
        this.properties = properties;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        for (int number = 0; number < properties.count(); number++) {
            workers.add(worker("worker-" + number, List.of(EXPRESS_TOPIC, TOPIC)));
        }
        for (int number = 0; number < properties.expressWorkers(); number++) {
            workers.add(worker("express-worker-" + number, List.of(EXPRESS_TOPIC)));
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

    private ShareWorker worker(String name, List<String> topics) {
        return new ShareWorker(
                new ShareWorkerSettings(
                        name,
                        events.bootstrapServers(),
                        properties.group(),
                        topics,
                        properties.lock(),
                        properties.lock().dividedBy(RENEWALS_PER_LOCK),
                        PAUSE),
                handler,
                observations);
    }
}
