package dev.vireo.gateway.rpc;

import dev.vireo.kit.config.InRange;
import dev.vireo.kit.grpc.GrpcEndpoint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The public gRPC door.
 *
 * @param port port it listens on; 0 takes a free one
 * @param address address it listens on
 * @param maxMessageSize largest message in either direction
 * @param maxCalls calls at the same time, over all connections
 * @param maxCallsPerConnection calls at the same time of one connection
 * @param unaryDeadline longest unary call
 * @param streamDeadline longest streaming call
 * @param drain how long calls may go on at shut-down
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.rpc", ignoreUnknownFields = false)
public record RpcProperties(
        @Min(0) @Max(65_535) @DefaultValue("9090") int port,
        @NotBlank @DefaultValue("127.0.0.1") String address,

        @NotNull @InRange(min = "1KB", max = "1GB") @DefaultValue("2MB")
        DataSize maxMessageSize,

        @Min(1) @DefaultValue("5000") int maxCalls,
        @Min(1) @DefaultValue("200") int maxCallsPerConnection,

        @NotNull @InRange(min = "100ms", max = "1h") @DefaultValue("30s")
        Duration unaryDeadline,

        @NotNull @InRange(min = "1s", max = "7d") @DefaultValue("6h")
        Duration streamDeadline,

        @NotNull @InRange(min = "0s", max = "10m") @DefaultValue("10s")
        Duration drain) {

    GrpcEndpoint endpoint() {
        return new GrpcEndpoint(address, port, "vireo.gateway.rpc.port", maxMessageSize, maxCallsPerConnection, drain);
    }
}
