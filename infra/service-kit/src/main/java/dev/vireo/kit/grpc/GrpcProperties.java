package dev.vireo.kit.grpc;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
        @DefaultValue("127.0.0.1") String address,
        @NotNull @DefaultValue("2MB") DataSize maxMessageSize,
        @DefaultValue("1000") @Min(1) int maxCallsPerConnection,
        @NotNull @DefaultValue("10s") Duration deadline,
        @NotNull @DefaultValue("15s") Duration drain,
        @DefaultValue Map<String, String> clients) {

    GrpcEndpoint endpoint() {
        return new GrpcEndpoint(address, port, "vireo.grpc.port", maxMessageSize, maxCallsPerConnection, drain);
    }
}
