package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.ConnectionCounts;
import dev.vireo.seeder.swarm.CloseCause;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;

/** Closes what comes beyond the bounds before anything is read of it. */
@Sharable
final class PeerLimitHandler extends ChannelInboundHandlerAdapter {

    private final ConnectionCounts counts;
    private final PeerDoorHandler door;

    PeerLimitHandler(ConnectionCounts counts, PeerDoorHandler door) {
        this.counts = counts;
        this.door = door;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        AddressPrefix address = AddressPrefix.of(((InetSocketAddress) channel.remoteAddress()).getAddress());
        if (!counts.enter()) {
            door.close(channel, CloseCause.FULL);
            return;
        }
        channel.closeFuture().addListener(closed -> counts.leave());
        if (!counts.enter(address)) {
            door.close(channel, CloseCause.FULL);
            return;
        }
        channel.closeFuture().addListener(closed -> counts.leave(address));
        context.fireChannelActive();
    }
}
