package dev.vireo.upload.video;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timers of videos.
 *
 * @param scheduleInterval how often scheduled publications are looked for
 * @param removalInterval how often sources of deleted videos are removed
 */
@Validated
@ConfigurationProperties(value = "vireo.video", ignoreUnknownFields = false)
public record VideoProperties(
        @NotNull @DefaultValue("5s") Duration scheduleInterval,
        @NotNull @DefaultValue("10s") Duration removalInterval) {}
