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
 * @param lock how long the broker holds a task for a silent worker; also the wait after a worker was killed
 * @param renewEvery how often the hold on a task is renewed; well under {@code lock}
 * @param pauseAfterFailure pause after an unexpected failure
 */
public record ShareWorkerSettings(
        String name,
        String bootstrapServers,
        String group,
        List<String> topics,
        Duration lock,
        Duration renewEvery,
        Duration pauseAfterFailure) {
    private static final int RENEWALS_PER_LOCK = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A worker that renews its hold often enough and pauses for a second after a failure. */
    public static ShareWorkerSettings of(
            String name, String bootstrapServers, String group, List<String> topics, Duration lock) {
        return new ShareWorkerSettings(
                name, bootstrapServers, group, topics, lock, lock.dividedBy(RENEWALS_PER_LOCK), PAUSE);
    }
}
