package dev.vireo.search.index;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long indexes answer and stay.
 *
 * @param staleAfter how long an index may lack facts of the bus and still answer: so long, what was hidden or deleted may
 *     be listed when the cluster takes no writes
 * @param keepOld how long an index stays when another answers in its place
 */
@Validated
@ConfigurationProperties(value = "vireo.index-life", ignoreUnknownFields = false)
public record IndexLifeProperties(
        @NotNull @InRange(min = "1s", max = "7d") @DefaultValue("5m")
        Duration staleAfter,

        @NotNull @InRange(min = "0s", max = "30d") @DefaultValue("10m")
        Duration keepOld) {}
