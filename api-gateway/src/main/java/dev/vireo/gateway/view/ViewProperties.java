package dev.vireo.gateway.view;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How views are told.
 *
 * @param bootstrapServers brokers of the bus, {@code host:port} with commas
 * @param secret what the daily keys of viewers are made of: 32 characters or more, the same in all replicas
 * @param buffer how many views wait at most while the bus is away; further ones are lost
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.view", ignoreUnknownFields = false)
public record ViewProperties(
        @NotBlank String bootstrapServers,

        @NotNull @Size(min = 32, message = "must have 32 characters or more: set a secret that all replicas share")
        String secret,

        @Min(1) @Max(1_000_000) @DefaultValue("10000") int buffer) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "ViewProperties[" + bootstrapServers + ", " + buffer + "]";
    }
}
