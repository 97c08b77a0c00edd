package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.swarm.PeerLine;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A peer's connection as a channel of Netty. What is sent in one step goes out together. */
final class PeerLineHandler implements PeerLine {

    private final Channel channel;
    private final PeerDoorHandler door;
    private boolean flushing;

    PeerLineHandler(Channel channel, PeerDoorHandler door) {
        this.channel = channel;
        this.door = door;
    }

    @Override
    public void send(PeerMessage message) {
        ByteBuffer head = PeerMessages.encode(message);
        ByteBuf bytes = message instanceof PeerMessage.Piece piece
                ? Unpooled.wrappedBuffer(head, piece.bytes())
                : Unpooled.wrappedBuffer(head);
        var unused = channel.write(bytes, channel.voidPromise());
        if (!flushing) {
            flushing = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void close(CloseCause cause) {
        door.close(channel, cause);
    }

    @Override
    public void execute(Runnable step) {
        if (channel.eventLoop().inEventLoop()) {
            step.run();
            return;
        }
        try {
            channel.eventLoop().execute(step);
        } catch (RejectedExecutionException stopping) {
            // The connection is closed with its loop.
            return;
        }
    }

    @Override
    public void later(Duration pause, Runnable step) {
        ScheduledFuture<?> timer = channel.eventLoop().schedule(step, pause.toMillis(), TimeUnit.MILLISECONDS);
        ChannelFutureListener end = closed -> timer.cancel(false);
        channel.closeFuture().addListener(end);
        // A connection that stays would gather them.
        timer.addListener(over -> channel.closeFuture().removeListener(end));
    }

    private void flush() {
        flushing = false;
        channel.flush();
    }
}
