package dev.vireo.gateway.rest;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The REST API.
 *
 * @param instanceName name that {@code /config} tells
 * @param instanceDescription a sentence that {@code /config} tells
 * @param keepAlive longest silence of a progress stream
 * @param progressLifetime after which a progress stream ends and the client begins another
 * @param progressStreams how many may be open at the same time
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.rest", ignoreUnknownFields = false)
public record RestProperties(
        @NotBlank @DefaultValue("Vireo") String instanceName,

        @NotBlank @DefaultValue("A community that hosts its own video.")
        String instanceDescription,

        @NotNull @InRange(min = "1s", max = "10m") @DefaultValue("15s")
        Duration keepAlive,

        @NotNull @InRange(min = "1s", max = "7d") @DefaultValue("1h")
        Duration progressLifetime,

        @Min(1) @Max(1_000_000) @DefaultValue("5000") int progressStreams) {}
