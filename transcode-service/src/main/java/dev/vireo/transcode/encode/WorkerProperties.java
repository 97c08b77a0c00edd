package dev.vireo.transcode.encode;

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
 * The workers of this process.
 *
 * @param workers how many tasks at a time; 0 takes one for each processor
 * @param expressWorkers more workers that take only the first chunks of videos
 * @param threads threads of each encoder; 0 shares the processors among the workers
 * @param group share group of all workers of the deployment
 * @param scratch folder for segments on their way; empty takes the system's folder for temporary files
 * @param taskTime longest run of one encoder process
 * @param maxSegment largest segment
 * @param patience how long a worker waits for a part of the platform that is away before it gives its task back
 * @param lock how long the broker holds a task for a silent worker
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.worker", ignoreUnknownFields = false)
public record WorkerProperties(
        @DefaultValue("0") @Min(0) @Max(256) int workers,
        @DefaultValue("1") @Min(0) @Max(16) int expressWorkers,
        @DefaultValue("0") @Min(0) @Max(64) int threads,
        @NotBlank @DefaultValue("transcode-workers") String group,
        @NotNull @DefaultValue("") String scratch,

        @NotNull @InRange(min = "1s", max = "7d") @DefaultValue("6h")
        Duration taskTime,

        @NotNull @InRange(min = "1MB", max = "2GB") @DefaultValue("256MB")
        DataSize maxSegment,

        @NotNull @InRange(min = "0s", max = "1d") @DefaultValue("2m")
        Duration patience,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("15s")
        Duration lock) {

    int count() {
        return workers == 0 ? processors() : workers;
    }

    int encoderThreads() {
        return threads == 0 ? Math.max(1, processors() / Math.max(1, count())) : threads;
    }

    int leadThreads() {
        return threads == 0 ? processors() : threads;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
