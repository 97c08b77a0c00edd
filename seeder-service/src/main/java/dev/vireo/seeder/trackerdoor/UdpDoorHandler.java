package dev.vireo.seeder.trackerdoor;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one socket of UDP. What cannot be sent at once is dropped, as it would be on its way. */
final class UdpDoorHandler extends SimpleChannelInboundHandler<DatagramPacket> {

    private static final Logger LOG = LoggerFactory.getLogger(UdpDoorHandler.class);

    private final UdpDoor door;

    UdpDoorHandler(UdpDoor door) {
        this.door = door;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        InetSocketAddress sender = packet.sender();
        if (sender.getPort() == 0) {
            return;
        }
        var unused = door.answer(packet.content().nioBuffer(), sender.getAddress())
                .thenAccept(answer -> {
                    if (answer.length > 0 && context.channel().isWritable()) {
                        var unusedSent =
                                context.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(answer), sender));
                    }
                });
    }

    /** One sender's port that is closed is no reason to stop for all. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A datagram failed", cause);
    }
}
