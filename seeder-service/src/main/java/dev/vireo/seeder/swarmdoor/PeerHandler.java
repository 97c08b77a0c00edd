package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.swarm.PeerSession;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;

/** Messages of one peer for its session. While it does not read, nothing is read of it. */
final class PeerHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private final PeerSession session;
    private final PeerDoorHandler door;

    PeerHandler(PeerSession session, PeerDoorHandler door) {
        this.session = session;
        this.door = door;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
        session.take(PeerMessages.decode(message.nioBuffer()));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean writable = context.channel().isWritable();
        context.channel().config().setAutoRead(writable);
        if (writable) {
            session.writable();
        }
    }

    /** Whoever says nothing is gone; whoever takes nothing as well; to a quiet one a sign of life is sent. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof IdleStateEvent idle)) {
            return;
        }
        if (idle.state() == IdleState.READER_IDLE || !context.channel().isWritable()) {
            door.close(context.channel(), CloseCause.IDLE);
        } else {
            var unused =
                    context.writeAndFlush(Unpooled.wrappedBuffer(PeerMessages.encode(new PeerMessage.KeepAlive())));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.closed();
        door.close(context.channel(), CloseCause.PEER);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        door.close(context.channel(), cause instanceof IOException ? CloseCause.PEER : CloseCause.MALFORMED);
    }
}
