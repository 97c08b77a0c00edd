package dev.vireo.transcode.probe;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a source may be.
 *
 * @param maxPixels width times height of its pictures
 * @param maxDuration its length
 * @param maxTracks its streams of all kinds
 * @param maxSize its bytes
 * @param maxFrameRate frames per second of the output; faster sources are thinned
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.limits", ignoreUnknownFields = false)
public record SourceLimitProperties(
        @DefaultValue("40000000") @Min(1) long maxPixels,

        @NotNull @InRange(min = "1s", max = "365d") @DefaultValue("24h")
        Duration maxDuration,

        @DefaultValue("64") @Min(1) @Max(1000) int maxTracks,

        @NotNull @InRange(min = "1B", max = "1000000GB") @DefaultValue("500GB")
        DataSize maxSize,

        @DefaultValue("60") @Min(1) @Max(120) int maxFrameRate) {

    private static final long NANOS_PER_MICRO = 1000;

    public long maxMicros() {
        return maxDuration.toNanos() / NANOS_PER_MICRO;
    }
}
