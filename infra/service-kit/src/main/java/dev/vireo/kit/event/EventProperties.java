package dev.vireo.kit.event;

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
 * The bus.
 *
 * @param bootstrapServers brokers, {@code host:port} with commas
 * @param relayBatch events the relay sends before it waits for their acknowledgements
 * @param relayInterval how often the relay looks when nobody woke it
 * @param retryInitial first pause after a failed event
 * @param retryMax longest pause after a failed event
 * @param retryFor how long a transient failure is retried before the event goes to the dead-letter topic
 * @param poisonAttempts tries of an event that fails for a reason of its own
 * @param remember how long ids of processed events are kept
 */
@Validated
@ConfigurationProperties(value = "vireo.kafka", ignoreUnknownFields = false)
public record EventProperties(
        @NotBlank String bootstrapServers,
        @DefaultValue("200") @Min(1) @Max(10_000) int relayBatch,

        @NotNull @InRange(min = "1ms", max = "1m") @DefaultValue("500ms")
        Duration relayInterval,

        @NotNull @InRange(min = "1ms", max = "1m") @DefaultValue("200ms")
        Duration retryInitial,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("10s")
        Duration retryMax,

        @NotNull @InRange(min = "0s", max = "30d") @DefaultValue("24h")
        Duration retryFor,

        @DefaultValue("3") @Min(1) @Max(20) int poisonAttempts,

        @NotNull @InRange(min = "1h", max = "365d") @DefaultValue("14d")
        Duration remember) {

    public EventProperties {
        if (retryInitial.compareTo(retryMax) > 0) {
            throw new IllegalArgumentException(
                    "vireo.kafka.retry-initial must not be longer than vireo.kafka.retry-max");
        }
    }
}
