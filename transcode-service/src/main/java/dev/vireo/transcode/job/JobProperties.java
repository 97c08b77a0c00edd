package dev.vireo.transcode.job;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs and their tasks are run.
 *
 * @param window tasks of one job that are on the bus at the same time
 * @param lease how long a worker that says nothing keeps its task
 * @param tries how often a piece may fail before the version is given up
 * @param attempts how often a task may be begun for any reason, also because its worker died
 * @param retryPause pause before a second try; doubles with each further one
 * @param requeueAfter a queued task that nobody took is put on the bus again after this
 * @param sweepEvery how often due tasks and clean-up are looked for
 * @param keepProgress how long segments in progress stay after the end of a job, and all files of a version that failed,
 *     was cancelled or has been replaced by a newer one
 * @param sweepDeletedAfter when late objects of a deleted video are removed
 * @param progressEvery shortest time between two progress events of a video
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.job", ignoreUnknownFields = false)
public record JobProperties(
        @DefaultValue("4") @Min(1) @Max(1000) int window,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("20s")
        Duration lease,

        @DefaultValue("3") @Min(1) @Max(20) int tries,
        @DefaultValue("30") @Min(1) @Max(1000) int attempts,

        @NotNull @InRange(min = "0s", max = "1h") @DefaultValue("2s")
        Duration retryPause,

        @NotNull @InRange(min = "1s", max = "1d") @DefaultValue("5m")
        Duration requeueAfter,

        @NotNull @InRange(min = "10ms", max = "10m") @DefaultValue("2s")
        Duration sweepEvery,

        @NotNull @InRange(min = "0s", max = "30d") @DefaultValue("6h")
        Duration keepProgress,

        @NotNull @InRange(min = "0s", max = "30d") @DefaultValue("2m")
        Duration sweepDeletedAfter,

        @NotNull @InRange(min = "10ms", max = "1m") @DefaultValue("1s")
        Duration progressEvery) {}
