package dev.vireo.kit.event;

import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The share workers of this process: they begin with the application and give their tasks back at its end, all at once. */
public final class ShareWorkers implements SmartLifecycle {
    private final List<ShareWorkerSettings> settings;
    private final TaskHandler handler;
    private final ObservationRegistry observations;
    private final List<ShareWorker> workers = new ArrayList<>();

    /** One worker for each of the settings; all give their tasks to the handler. */
    public ShareWorkers(List<ShareWorkerSettings> settings, TaskHandler handler, ObservationRegistry observations) {
        this.settings = List.copyOf(settings);
        this.handler = handler;
        this.observations = observations;
    }

    @Override
    public synchronized void start() {
        settings.forEach(each -> workers.add(new ShareWorker(each, handler, observations)));
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
