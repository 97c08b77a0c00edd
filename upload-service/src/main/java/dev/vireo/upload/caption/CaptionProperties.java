package dev.vireo.upload.caption;

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
 * Captions of videos.
 *
 * @param maxSize of a file; an event holds all of its words
 * @param maxPerVideo languages of one video
 * @param keepReplaced how long captions stay that others took the place of, as players may still show them
 * @param removalInterval how often captions that are not needed any more are removed from the origin
 */
@Validated
@ConfigurationProperties(value = "vireo.caption", ignoreUnknownFields = false)
public record CaptionProperties(
        @NotNull @InRange(min = "1KB", max = "768KB") @DefaultValue("512KB")
        DataSize maxSize,

        @Min(1) @Max(200) @DefaultValue("30") int maxPerVideo,

        @NotNull @InRange(min = "0s", max = "30d") @DefaultValue("1h")
        Duration keepReplaced,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("10s")
        Duration removalInterval) {}
