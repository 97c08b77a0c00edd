package dev.vireo.kit.grpc;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Where and within which limits a gRPC server listens.
 *
 * @param address address
 * @param port port; 0 takes a free one
 * @param portKey the setting that names the port, for messages
 * @param maxMessageSize largest request message
 * @param maxCallsPerConnection concurrent calls of one connection
 * @param drain how long calls may go on at shut-down
 */
public record GrpcEndpoint(
        String address, int port, String portKey, DataSize maxMessageSize, int maxCallsPerConnection, Duration drain) {}
