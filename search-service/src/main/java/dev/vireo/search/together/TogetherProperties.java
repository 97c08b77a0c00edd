package dev.vireo.search.together;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is learned what is watched together.
 *
 * @param viewers so many must have watched two videos in one window before it is told of them, lest anybody read from
 *     it what one viewer watched
 * @param videosOfAViewer what a viewer watches after so many videos in one window says nothing of any
 * @param interval how often the companions of one video are told at most
 */
@Validated
@ConfigurationProperties(value = "vireo.together", ignoreUnknownFields = false)
public record TogetherProperties(
        @Min(2) @Max(1000) @DefaultValue("3") int viewers,
        @Min(2) @Max(10_000) @DefaultValue("50") int videosOfAViewer,

        @NotNull @InRange(min = "100ms", max = "1d") @DefaultValue("1m")
        Duration interval) {}
