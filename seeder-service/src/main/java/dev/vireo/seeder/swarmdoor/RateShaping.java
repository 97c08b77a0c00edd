package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.SwarmProperties;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.traffic.GlobalChannelTrafficShapingHandler;
import org.jspecify.annotations.Nullable;

/** Holds back what would be more in a second than all peers, or one, may get. */
final class RateShaping {

    private final @Nullable GlobalChannelTrafficShapingHandler handler;

    RateShaping(SwarmProperties.Slots limits, EventLoopGroup timers) {
        long all = limits.rate().toBytes();
        long each = limits.rateOfPeer().toBytes();
        this.handler = all == 0 && each == 0 ? null : new GlobalChannelTrafficShapingHandler(timers, all, 0, each, 0);
    }

    void addTo(ChannelPipeline pipeline) {
        if (handler != null) {
            pipeline.addLast(handler);
        }
    }
}
