package dev.vireo.search.trend;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.search.together.TogetherProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Streams that count as the service does, and tell soon. */
final class TestStreams {
    private TestStreams() {}

    static TrendStreams counting(String bootstrapServers, String name, Path folder, MeterRegistry metrics) {
        TrendStreams started = new TrendConfig()
                .trendStreams(
                        new TrendProperties(
                                name,
                                folder,
                                1,
                                DataSize.ofMegabytes(16),
                                Duration.ofSeconds(30),
                                Duration.ofDays(1),
                                Duration.ofMillis(200),
                                Duration.ofMillis(500)),
                        new TogetherProperties(3, 50, Duration.ofMillis(400)),
                        new EventProperties(
                                bootstrapServers,
                                1,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofHours(1),
                                1,
                                Duration.ofDays(1)),
                        "search-service",
                        metrics);
        started.start();
        return started;
    }
}
