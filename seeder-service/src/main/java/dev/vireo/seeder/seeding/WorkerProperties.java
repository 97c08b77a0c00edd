package dev.vireo.seeder.seeding;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The workers of this process. Each holds {@code range} times ({@code readAhead} + 1) bytes.
 *
 * @param workers how many files are hashed at a time
 * @param group share group of all workers of the deployment
 * @param lock how long the broker holds a task for a silent worker
 * @param range bytes read from the origin at once
 * @param readAhead how many ranges are fetched while one is hashed
 * @param patience how long a range is asked for again while the origin is away
 */
@Validated
@ConfigurationProperties(value = "vireo.seeder.worker", ignoreUnknownFields = false)
public record WorkerProperties(
        @DefaultValue("1") @Min(0) @Max(64) int workers,
        @NotBlank @DefaultValue("seeder-workers") String group,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("15s")
        Duration lock,

        @NotNull @InRange(min = "16KB", max = "64MB") @DefaultValue("4MB")
        DataSize range,

        @DefaultValue("3") @Min(1) @Max(32) int readAhead,

        @NotNull @InRange(min = "0s", max = "1d") @DefaultValue("2m")
        Duration patience) {}
