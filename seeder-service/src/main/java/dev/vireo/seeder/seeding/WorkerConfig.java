package dev.vireo.seeder.seeding;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.event.ShareWorkerSettings;
import dev.vireo.kit.event.ShareWorkers;
import dev.vireo.kit.event.TaskHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workers of this process. */
@Configuration(proxyBeanMethods = false)
class WorkerConfig {

    private static final String TOPIC = "seed-task.v1";

    @Bean
    ShareWorkers seedWorkers(
            TaskHandler handler,
            WorkerProperties properties,
            EventProperties events,
            ObservationRegistry observations) {
        List<ShareWorkerSettings> workers = IntStream.range(0, properties.workers())
                .mapToObj(number -> ShareWorkerSettings.of(
                        "seed-worker-" + number,
                        events.bootstrapServers(),
                        properties.group(),
                        List.of(TOPIC),
                        properties.lock()))
                .toList();
        return new ShareWorkers(workers, handler, observations);
    }
}
