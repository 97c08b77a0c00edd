package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.wire.Handshake;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sees by its first bytes whether a peer speaks in the clear. Whoever says too little for too long is gone. */
final class FirstBytesHandler extends ByteToMessageDecoder {

    private final PeerDoorHandler door;
    private @Nullable ScheduledFuture<?> deadline;

    FirstBytesHandler(PeerDoorHandler door) {
        this.door = door;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // It runs on through the handshakes: only a session ends it.
        deadline = context.executor()
                .schedule(
                        () -> door.giveUp(context.channel()),
                        door.properties().connections().patience().toMillis(),
                        TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> cancel());
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        if (!bytes.isReadable()) {
            return;
        }
        if (Handshake.begins(bytes.nioBuffer())) {
            if (bytes.readableBytes() >= Handshake.BYTES) {
                context.pipeline().addAfter(context.name(), null, new HandshakeHandler(door));
                context.pipeline().remove(this);
            }
        } else {
            context.pipeline().addAfter(context.name(), null, new KeyAgreementHandler(door));
            context.pipeline().remove(this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        door.close(context.channel(), CloseCause.MALFORMED);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
