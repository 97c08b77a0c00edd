package dev.vireo.transcode.encode;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is made of a source. A change holds for versions planned after it.
 *
 * @param heights the rungs of the ladder by the shorter side of the picture
 * @param segment length of an output segment
 * @param leadSegments segments of the first chunk
 * @param secondSegments segments of the second chunk
 * @param chunk length of all later chunks
 * @param encoder ffmpeg's name of the video encoder
 * @param preset its speed
 * @param quality its constant quality; lower is better
 * @param audioBitrate bits per second of the sound
 * @param copyFitting a source that fits is copied for its top rendition instead of encoded
 */
@Validated
@ConfigurationProperties(value = "vireo.transcode.output", ignoreUnknownFields = false)
public record OutputProperties(
        @NotEmpty @DefaultValue({"2160", "1440", "1080", "720", "480", "360", "240"})
        List<@NotNull @Min(16) @Max(8640) Integer> heights,

        @NotNull @InRange(min = "1s", max = "10s") @DefaultValue("4s")
        Duration segment,

        @DefaultValue("2") @Min(1) @Max(100) int leadSegments,
        @DefaultValue("4") @Min(1) @Max(100) int secondSegments,

        @NotNull @InRange(min = "1s", max = "10m") @DefaultValue("30s")
        Duration chunk,

        @NotBlank @DefaultValue("libx264") String encoder,
        @NotBlank @DefaultValue("veryfast") String preset,
        @DefaultValue("23") @Min(0) @Max(63) int quality,
        @DefaultValue("128000") @Min(16_000) @Max(512_000) int audioBitrate,
        @DefaultValue("true") boolean copyFitting) {

    public OutputProperties {
        heights = List.copyOf(heights);
        if (chunk.compareTo(segment) < 0) {
            throw new IllegalArgumentException("vireo.transcode.output.chunk must not be shorter than a segment");
        }
    }

    int chunkSegments() {
        return (int) chunk.dividedBy(segment);
    }
}
