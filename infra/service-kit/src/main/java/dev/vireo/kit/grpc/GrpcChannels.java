package dev.vireo.kit.grpc;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/** One long-lived connection to each other service, shared by all calls. */
public final class GrpcChannels implements DisposableBean {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final GrpcProperties properties;
    private final ObservationRegistry observations;
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    GrpcChannels(GrpcProperties properties, ObservationRegistry observations) {
        this.properties = properties;
        this.observations = observations;
    }

    /**
     * The channel to a service of {@code vireo.grpc.clients}. Calls carry the present caller and trace; unary
     * ones that set no deadline get {@code vireo.grpc.deadline}.
     */
    public Channel to(String service) {
        return ClientInterceptors.intercept(
                raw(service),
                new ObservationGrpcClientInterceptor(observations),
                new CallerClientInterceptor(properties.deadline()));
    }

    /** The same connection without anything added to calls: for forwarding them unchanged. */
    public ManagedChannel raw(String service) {
        return channels.computeIfAbsent(service, this::open);
    }

    @Override
    public void destroy() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private ManagedChannel open(String service) {
        String target = properties.clients().get(service);
        if (target == null) {
            throw new IllegalStateException("Set vireo.grpc.clients." + service + " to the host:port of that service.");
        }
        return NettyChannelBuilder.forTarget(target)
                .usePlaintext()
                .defaultLoadBalancingPolicy("round_robin")
                .maxInboundMessageSize((int) properties.maxMessageSize().toBytes())
                .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .build();
    }
}
