package dev.vireo.search.trend;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How views are counted.
 *
 * @param name of the stream: its consumer group, and what the names of its own topics begin with
 * @param folder where its state lies; below the temporary files when it is not set, as the bus has it all
 * @param threads that count
 * @param memory for the state, beside the heap
 * @param watchTime how long somebody must watch; of a video that is shorter, more than half
 * @param window in which a viewer's views of a video count once; from midnight (UTC) on when it is a day
 * @param firstInterval how soon a view is told when none was told for a while
 * @param interval how often the counts of one video are told at most
 */
@Validated
@ConfigurationProperties(value = "vireo.trend", ignoreUnknownFields = false)
public record TrendProperties(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{0,60}") @DefaultValue("search-trend")
        String name,

        @Nullable Path folder,
        @Min(1) @Max(64) @DefaultValue("1") int threads,

        @NotNull @InRange(min = "4MB", max = "16GB") @DefaultValue("16MB")
        DataSize memory,

        @NotNull @InRange(min = "1s", max = "10m") @DefaultValue("30s")
        Duration watchTime,

        @NotNull @InRange(min = "1m", max = "1d") @DefaultValue("1d")
        Duration window,

        @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("1s")
        Duration firstInterval,

        @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("10s")
        Duration interval) {}
