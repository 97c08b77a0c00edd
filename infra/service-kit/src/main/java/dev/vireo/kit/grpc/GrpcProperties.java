package dev.vireo.kit.grpc;

import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * gRPC between the services.
 *
 * @param port port the server listens on; 0 takes a free one
 * @param address address the server listens on
 * @param maxMessageSize largest request message
 * @param maxCallsPerConnection concurrent calls of one connection
 * @param deadline time limit of a unary call to another service that has none of its own
 * @param drain how long calls may go on at shut-down
 * @param clients address {@code host:port} of each service that is called, by its name
 */
@Validated
@ConfigurationProperties(value = "vireo.grpc", ignoreUnknownFields = false)
public record GrpcProperties(
        @DefaultValue("0") @Min(0) @Max(65_535) int port,
        @NotBlank @DefaultValue("127.0.0.1") String address,

        @NotNull @InRange(min = "1KB", max = "1GB") @DefaultValue("2MB")
        DataSize maxMessageSize,

        @DefaultValue("1000") @Min(1) int maxCallsPerConnection,

        @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("10s")
        Duration deadline,

        @NotNull @InRange(min = "0s", max = "10m") @DefaultValue("15s")
        Duration drain,

        @DefaultValue Map<String, @Pattern(regexp = "\\S+:\\d{1,5}", message = "must be host:port") String> clients) {

    GrpcEndpoint endpoint() {
        return new GrpcEndpoint(address, port, "vireo.grpc.port", maxMessageSize, maxCallsPerConnection, drain);
    }
}
