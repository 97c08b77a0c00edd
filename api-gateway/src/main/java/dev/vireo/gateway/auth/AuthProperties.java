package dev.vireo.gateway.auth;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Signing in for PeerTube's clients.
 *
 * @param clientId the realms' public client that may use the password grant
 * @param timeout longest answer of Keycloak
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.auth", ignoreUnknownFields = false)
public record AuthProperties(
        @NotBlank @DefaultValue("vireo-web") String clientId,

        @NotNull @InRange(min = "100ms", max = "5m") @DefaultValue("10s")
        Duration timeout) {}
