package dev.vireo.gateway.route;

import dev.vireo.kit.config.HttpAddress;
import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * HTTP that is passed on.
 *
 * @param upload address of upload-service
 * @param seeder address of seeder-service
 * @param maxConnections connections to each at the same time
 * @param connectTimeout time to connect
 * @param leaseTimeout time to wait for a free connection
 * @param answerTimeout longest silence of a service
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.route", ignoreUnknownFields = false)
public record RouteProperties(
        @NotNull @HttpAddress @DefaultValue("http://127.0.0.1:28081")
        URI upload,

        @NotNull @HttpAddress @DefaultValue("http://127.0.0.1:28084")
        URI seeder,

        @Min(1) @Max(10_000) @DefaultValue("512") int maxConnections,

        @NotNull @InRange(min = "1ms", max = "5m") @DefaultValue("3s")
        Duration connectTimeout,

        @NotNull @InRange(min = "1ms", max = "5m") @DefaultValue("5s")
        Duration leaseTimeout,

        @NotNull @InRange(min = "1s", max = "1h") @DefaultValue("120s")
        Duration answerTimeout) {}
