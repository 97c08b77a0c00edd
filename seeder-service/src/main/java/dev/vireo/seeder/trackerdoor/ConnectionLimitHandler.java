package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.ConnectionCounts;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Closes what comes beyond the bounds before anything is read of it. */
@Sharable
final class ConnectionLimitHandler extends ChannelInboundHandlerAdapter {

    private final ConnectionCounts counts;
    private final TrustedProxies proxies;

    ConnectionLimitHandler(ConnectionCounts counts, TrustedProxies proxies) {
        this.counts = counts;
        this.proxies = proxies;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        InetAddress remote = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        if (!counts.enter()) {
            close(context);
            return;
        }
        channel.closeFuture().addListener(closed -> counts.leave());
        if (!proxies.trusts(remote)) {
            AddressPrefix prefix = AddressPrefix.of(remote);
            if (!counts.enter(prefix)) {
                close(context);
                return;
            }
            channel.closeFuture().addListener(closed -> counts.leave(prefix));
        }
        context.fireChannelActive();
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }
}
