package dev.vireo.kit.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Serves every gRPC service of the application on one port, with health and reflection, and drains at shut-down. */
public final class GrpcServer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcServer.class);
    private static final int MAX_METADATA = 16 * 1024;

    private final GrpcProperties properties;
    private final List<BindableService> services;
    private final List<ServerInterceptor> interceptors;
    private final HealthStatusManager health = new HealthStatusManager();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Server server;

    /** Interceptors see a call in the order of the list. */
    GrpcServer(GrpcProperties properties, List<BindableService> services, List<ServerInterceptor> interceptors) {
        this.properties = properties;
        this.services = List.copyOf(services);
        this.interceptors = List.copyOf(interceptors);
    }

    /** The port it listens on; only while it runs. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("The gRPC server is not running.");
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
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance());
        interceptors.reversed().forEach(builder::intercept);
        services.forEach(builder::addService);
        try {
            server = builder.build().start();
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "The gRPC port " + properties.port() + " cannot be opened: set vireo.grpc.port to a free one.",
                    inUse);
        }
        LOG.info("gRPC listens on port {}", port());
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
