package dev.vireo.search.suggest;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is suggested while somebody types.
 *
 * @param tagsAge how long it is believed which tags the videos of an instance have
 */
@Validated
@ConfigurationProperties(value = "vireo.suggest", ignoreUnknownFields = false)
public record SuggestProperties(
        @NotNull @InRange(min = "100ms", max = "1m") @DefaultValue("1s")
        Duration tagsAge) {}
