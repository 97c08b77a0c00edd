package dev.vireo.seeder.seeding;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are given to workers.
 *
 * @param lease how long a worker that says nothing keeps its file; longer than the two seconds after which it says so
 * @param tries how often a file may fail before it is given up
 * @param attempts how often a file may be begun for any reason, also because its worker died
 * @param retryPause pause before a second try; doubles with each further one, up to five minutes
 * @param window how many files lie on the bus for workers, some more than there are workers; the others wait in the
 *     database, those of the newest videos first
 * @param requeueAfter a queued file that nobody took is put on the bus again after this
 * @param sweepEvery how often due files and clean-up are looked for
 */
@Validated
@ConfigurationProperties(value = "vireo.seeder.seeding", ignoreUnknownFields = false)
public record SeedProperties(
        @NotNull @InRange(min = "3s", max = "1h") @DefaultValue("20s")
        Duration lease,

        @DefaultValue("3") @Min(1) @Max(20) int tries,
        @DefaultValue("30") @Min(1) @Max(1000) int attempts,

        @NotNull @InRange(min = "0s", max = "1h") @DefaultValue("2s")
        Duration retryPause,

        @DefaultValue("20") @Min(1) @Max(100_000) int window,

        @NotNull @InRange(min = "1s", max = "1d") @DefaultValue("5m")
        Duration requeueAfter,

        @NotNull @InRange(min = "10ms", max = "10m") @DefaultValue("2s")
        Duration sweepEvery) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** The pause after that many tries. */
    Duration pause(int tries) {
        Duration pause = retryPause.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
