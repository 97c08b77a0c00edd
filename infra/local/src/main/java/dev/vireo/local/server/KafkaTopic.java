package dev.vireo.local.server;

import java.time.Duration;
import java.util.Map;

/**
 * A topic of a local cluster.
 *
 * @param name of it
 * @param partitions how many when it is made
 * @param settings in which it differs from the broker's own
 */
public record KafkaTopic(String name, int partitions, Map<String, String> settings) {
    /** Longer than any outage, so that a consumer that was away misses no fact. */
    private static final Duration WHOLE = Duration.ofDays(7);

    private static final Duration SHORT = Duration.ofHours(1);

    private static final long LITTLE = 64L * 1024 * 1024;

    /** What is still written to is not compacted: a segment must end even where little happens. */
    private static final Duration SEGMENT = Duration.ofDays(1);

    /** Copies the settings. */
    public KafkaTopic {
        settings = Map.copyOf(settings);
    }

    /** Facts and tasks that are of no use when they are old: the broker removes them after its own time. */
    public static KafkaTopic passing(String name, int partitions) {
        return new KafkaTopic(name, partitions, Map.of());
    }

    /** Facts that are of no use after an hour, and are told again when the broker has no room for so many. */
    public static KafkaTopic shortLived(String name, int partitions) {
        return new KafkaTopic(
                name,
                partitions,
                Map.of(
                        "retention.ms",
                        String.valueOf(SHORT.toMillis()),
                        "segment.ms",
                        String.valueOf(SHORT.dividedBy(6).toMillis()),
                        "retention.bytes",
                        String.valueOf(LITTLE)));
    }

    /** Counts that change often: the newest of each key stays for ever, the others go soon. */
    public static KafkaTopic ofNewest(String name, int partitions) {
        return new KafkaTopic(
                name,
                partitions,
                Map.of("cleanup.policy", "compact", "segment.ms", String.valueOf(SEGMENT.toMillis())));
    }

    /** Facts of which each tells all of its aggregate: the newest of each key stays for ever. */
    public static KafkaTopic ofSnapshots(String name, int partitions) {
        return new KafkaTopic(
                name,
                partitions,
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "min.compaction.lag.ms",
                        String.valueOf(WHOLE.toMillis()),
                        "segment.ms",
                        String.valueOf(SEGMENT.toMillis())));
    }
}
