package dev.vireo.seeder.swarmdoor;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.admission.SeedingPolicies;
import dev.vireo.seeder.swarm.SwarmProperties;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.traffic.AbstractTrafficShapingHandler;
import io.netty.handler.traffic.GlobalChannelTrafficShapingHandler;
import io.netty.handler.traffic.GlobalTrafficShapingHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds back what would be more in a second than all peers, those of one instance, or one may get. */
final class RateShapingHandler {

    private final @Nullable AbstractTrafficShapingHandler all;
    private final SeedingPolicies policies;
    private final EventLoopGroup timers;
    private final long queue;
    private final Map<InstanceId, AbstractTrafficShapingHandler> instances = new ConcurrentHashMap<>();

    RateShapingHandler(SwarmProperties properties, SeedingPolicies policies, EventLoopGroup timers) {
        this.policies = policies;
        this.timers = timers;
        this.queue = properties.connections().queue().toBytes();
        long most = properties.slots().rate().toBytes();
        long each = properties.slots().rateOfPeer().toBytes();
        this.all = most == 0 && each == 0
                ? null
                : bounded(new GlobalChannelTrafficShapingHandler(timers, most, 0, each, 0));
    }

    /** To a connection that begins. */
    void addTo(ChannelPipeline pipeline) {
        if (all != null) {
            pipeline.addLast(all);
        }
    }

    /** To a connection of which it is known now what it is about. */
    void addTo(ChannelPipeline pipeline, InstanceId instance) {
        AbstractTrafficShapingHandler shaping =
                instances.computeIfAbsent(instance, one -> bounded(new GlobalTrafficShapingHandler(timers, 0, 0)));
        refresh();
        // Below the cipher: what counts is what goes to the network.
        pipeline.addFirst(shaping);
    }

    /** What it holds back of one peer is not more than what may wait for the network anyway. */
    private AbstractTrafficShapingHandler bounded(AbstractTrafficShapingHandler shaping) {
        shaping.setMaxWriteSize(queue);
        return shaping;
    }

    /** Takes over what operators set meanwhile. */
    void refresh() {
        instances.forEach((instance, shaping) -> {
            long rate = policies.of(instance).rate();
            if (shaping.getWriteLimit() != rate) {
                shaping.setWriteLimit(rate);
            }
        });
    }
}
