package dev.vireo.search.discover;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is shown without being asked for.
 *
 * @param overviewAge how long it is believed which categories, tags and channels of an instance have most videos
 */
@Validated
@ConfigurationProperties(value = "vireo.discover", ignoreUnknownFields = false)
public record DiscoverProperties(
        @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("1m")
        Duration overviewAge) {}
