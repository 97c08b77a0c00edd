package dev.vireo.kit.event;

import java.time.Duration;
import java.util.List;

/**
 * How a worker joins its share group.
 *
 * @param name name of the worker, for threads and logs
 * @param bootstrapServers brokers
 * @param group the share group
 * @param topics what it reads
 * @param renewEvery how often the hold on a task is renewed; well under the group's lock duration
 * @param pauseAfterFailure pause after an unexpected failure
 */
public record ShareWorkerSettings(
        String name,
        String bootstrapServers,
        String group,
        List<String> topics,
        Duration renewEvery,
        Duration pauseAfterFailure) {}
