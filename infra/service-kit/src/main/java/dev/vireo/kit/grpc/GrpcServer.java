package dev.vireo.kit.grpc;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One port with gRPC services, health and reflection, drained at shut-down. */
public final class GrpcServer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcServer.class);
    private static final int MAX_METADATA = 16 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final GrpcEndpoint endpoint;
    private final Consumer<ServerBuilder<?>> contents;
    private final HealthStatusManager health = new HealthStatusManager();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Server server;

    /**
     * A server that opens with the application.
     *
     * @param contents adds services and interceptors to the builder
     */
    public GrpcServer(GrpcEndpoint endpoint, Consumer<ServerBuilder<?>> contents) {
        this.endpoint = endpoint;
        this.contents = contents;
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
                        new InetSocketAddress(endpoint.address(), endpoint.port()))
                .executor(executor)
                .maxInboundMessageSize((int) endpoint.maxMessageSize().toBytes())
                .maxInboundMetadataSize(MAX_METADATA)
                .maxConcurrentCallsPerConnection(endpoint.maxCallsPerConnection())
                .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance());
        contents.accept(builder);
        try {
            server = builder.build().start();
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "The gRPC port " + endpoint.port() + " cannot be opened: set " + endpoint.portKey()
                            + " to a free one.",
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
            if (!running.awaitTermination(endpoint.drain().toMillis(), TimeUnit.MILLISECONDS)) {
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
