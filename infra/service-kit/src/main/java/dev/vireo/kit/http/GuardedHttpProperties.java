package dev.vireo.kit.http;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of calls to hosts outside the platform.
 *
 * @param allowedHosts hosts that may be called although their address is private, for tests and closed networks
 * @param connectTimeout time to connect
 * @param timeout time for one whole exchange, redirects included
 * @param maxRedirects redirects that are followed, each checked like the first address
 * @param maxBody largest body that is read
 */
@Validated
@ConfigurationProperties(value = "vireo.outbound", ignoreUnknownFields = false)
public record GuardedHttpProperties(
        @DefaultValue Set<String> allowedHosts,

        @NotNull @InRange(min = "1ms", max = "5m") @DefaultValue("5s")
        Duration connectTimeout,

        @NotNull @InRange(min = "1ms", max = "1h") @DefaultValue("15s")
        Duration timeout,

        @DefaultValue("3") @Min(0) @Max(10) int maxRedirects,

        @NotNull @InRange(min = "1B", max = "1GB") @DefaultValue("3MB")
        DataSize maxBody) {}
