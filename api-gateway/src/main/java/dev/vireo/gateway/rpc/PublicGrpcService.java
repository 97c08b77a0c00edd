package dev.vireo.gateway.rpc;

import io.grpc.HandlerRegistry;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Opens the public gRPC port with the allowed services, health and reflection, and drains it at shut-down. */
final class PublicGrpcService implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PublicGrpcService.class);
    private static final int MAX_METADATA = 16 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final RpcProperties properties;
    private final HandlerRegistry allowed;
    private final ServerInterceptor door;
    private final HealthStatusManager health = new HealthStatusManager();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Server server;

    PublicGrpcService(RpcProperties properties, HandlerRegistry allowed, ServerInterceptor door) {
        this.properties = properties;
        this.allowed = allowed;
        this.door = door;
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("The public gRPC port is not open.");
        }
        return server.getPort();
    }

    @Override
    public void start() {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(properties.address(), properties.port()))
                .executor(executor)
                .maxInboundMessageSize((int) properties.maxMessageSize().toBytes())
                .maxInboundMetadataSize(MAX_METADATA)
                .maxConcurrentCallsPerConnection(properties.maxCallsPerConnection())
                .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .fallbackHandlerRegistry(allowed)
                .intercept(door);
        try {
            server = builder.build().start();
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "The public gRPC port " + properties.port()
                            + " cannot be opened: set vireo.gateway.rpc.port to a free one.",
                    inUse);
        }
        LOG.info("Public gRPC listens on port {}", port());
    }

    @Override
    public void stop() {
        Server running = server;
        if (running == null) {
            return;
        }
        health.enterTerminalState();
        running.shutdown();
        try {
            if (!running.awaitTermination(properties.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
        server = null;
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
