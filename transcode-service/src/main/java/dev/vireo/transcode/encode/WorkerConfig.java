package dev.vireo.transcode.encode;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.kit.event.ShareWorkerSettings;
import dev.vireo.kit.event.ShareWorkers;
import dev.vireo.kit.event.TaskHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workers of this process; some take only the first chunks of videos, so that these never wait for long work. */
@Configuration(proxyBeanMethods = false)
class WorkerConfig {

    private static final String EXPRESS_TOPIC = "transcode-task-express.v1";
    private static final String TOPIC = "transcode-task.v1";

    @Bean
    ShareWorkers transcodeWorkers(
            TaskHandler handler,
            WorkerProperties properties,
            EventProperties events,
            ObservationRegistry observations) {
        List<ShareWorkerSettings> workers = new ArrayList<>();
        for (int number = 0; number < properties.count(); number++) {
            workers.add(settings("worker-" + number, List.of(EXPRESS_TOPIC, TOPIC), properties, events));
        }
        for (int number = 0; number < properties.expressWorkers(); number++) {
            workers.add(settings("express-worker-" + number, List.of(EXPRESS_TOPIC), properties, events));
        }
        return new ShareWorkers(workers, handler, observations);
    }

    private static ShareWorkerSettings settings(
            String name, List<String> topics, WorkerProperties properties, EventProperties events) {
        return ShareWorkerSettings.of(name, events.bootstrapServers(), properties.group(), topics, properties.lock());
    }
}
