package dev.vireo.gateway.route;

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
 * @param maxConnections connections to it at the same time
 * @param connectTimeout time to connect
 * @param leaseTimeout time to wait for a free connection
 * @param answerTimeout longest silence of the service
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.route", ignoreUnknownFields = false)
public record RouteProperties(
        @NotNull @DefaultValue("http://127.0.0.1:28081") URI upload,
        @Min(1) @Max(10_000) @DefaultValue("512") int maxConnections,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("5s") Duration leaseTimeout,
        @NotNull @DefaultValue("120s") Duration answerTimeout) {}
