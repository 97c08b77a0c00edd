package dev.vireo.search.suggest;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is suggested while somebody types.
 *
 * @param age how long something may be suggested that is not there any more
 * @param remembered how many answers are remembered while the indexes do not change
 */
@Validated
@ConfigurationProperties(value = "vireo.suggest", ignoreUnknownFields = false)
public record SuggestProperties(
        @NotNull @InRange(min = "100ms", max = "1m") @DefaultValue("1s")
        Duration age,

        @DefaultValue("5000") @Min(1) @Max(10_000_000) int remembered) {}
