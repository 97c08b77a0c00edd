package dev.vireo.transcode.encode;

import dev.vireo.kit.config.InRange;
import dev.vireo.transcode.ladder.CopyLimits;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which sources have pictures that are copied for the top rendition. A change holds for versions planned after it.
 *
 * @param rateFactor highest bit rate, as a multiple of the most that the rendition would get by encoding
 * @param longestSegment longest segment at the beginning of the source; one that comes later may be twice as long,
 *     because encoders set key frames further apart where little moves
 * @param largest size of all pictures; they lie in the worker's scratch folder for a while
 * @param look how much of the source's beginning is looked at before it is decided; the rest is checked while copied
 * @param lookTime longest time for that; a source that takes longer is encoded
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.copy", ignoreUnknownFields = false)
public record CopyProperties(
        @DefaultValue("1.5") @DecimalMin("0.1") @DecimalMax("100")
        double rateFactor,

        @NotNull @InRange(min = "1s", max = "1m") @DefaultValue("8s")
        Duration longestSegment,

        @NotNull @InRange(min = "1B", max = "1000000GB") @DefaultValue("16GB")
        DataSize largest,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("30s")
        Duration look,

        @NotNull @InRange(min = "100ms", max = "10m") @DefaultValue("3s")
        Duration lookTime) {

    private static final long NANOS_PER_MICRO = 1000;
    private static final int LATER = 2;

    CopyLimits limits() {
        return new CopyLimits(rateFactor, longestSegment.toNanos() / NANOS_PER_MICRO, largest.toBytes());
    }

    long longestLaterMicros() {
        return LATER * limits().longestMicros();
    }
}
