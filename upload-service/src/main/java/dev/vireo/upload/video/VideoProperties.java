package dev.vireo.upload.video;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timers of videos.
 *
 * @param scheduleInterval how often scheduled publications and renamed channels are looked for
 * @param removalInterval how often sources of deleted videos are removed
 */
@Validated
@ConfigurationProperties(value = "vireo.video", ignoreUnknownFields = false)
public record VideoProperties(
        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("5s")
        Duration scheduleInterval,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("10s")
        Duration removalInterval) {}
