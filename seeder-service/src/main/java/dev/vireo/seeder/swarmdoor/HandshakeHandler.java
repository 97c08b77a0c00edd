package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.swarm.PeerSession;
import dev.vireo.seeder.swarm.RefusedPeerException;
import dev.vireo.seeder.swarm.TorrentOffer;
import dev.vireo.seeder.wire.Handshake;
import dev.vireo.seeder.wire.PeerMessages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a peer's handshake, answers with ours when its torrent is seeded, and begins the session. */
final class HandshakeHandler extends ByteToMessageDecoder {

    /** Above the bits of as many pieces as a torrent of ours has, and above any handshake of extensions. */
    private static final int LONGEST_MESSAGE = 128 * 1024;

    private final PeerDoorHandler door;
    private boolean asked;

    HandshakeHandler(PeerDoorHandler door) {
        this.door = door;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        if (asked) {
            // What comes behind the handshake waits here for the session, as long as it is not too much.
            if (bytes.readableBytes() > LONGEST_MESSAGE) {
                door.close(context.channel(), CloseCause.ABUSE);
            }
            return;
        }
        if (bytes.readableBytes() < Handshake.BYTES) {
            return;
        }
        asked = true;
        Handshake theirs = Handshake.decode(bytes.nioBuffer());
        bytes.skipBytes(Handshake.BYTES);
        context.channel().config().setAutoRead(false);
        var unused = door.swarms()
                .find(TrackedHash.of(theirs.infohash()))
                .whenComplete(
                        (offer, failure) -> context.executor().execute(() -> answer(context, theirs, offer, failure)));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        door.close(context.channel(), CloseCause.MALFORMED);
    }

    private void answer(
            ChannelHandlerContext context,
            Handshake theirs,
            @Nullable TorrentOffer offer,
            @Nullable Throwable failure) {
        if (!context.channel().isActive()) {
            return;
        }
        if (offer == null) {
            door.close(context.channel(), failure == null ? CloseCause.UNKNOWN : PeerDoorHandler.cause(failure));
            return;
        }
        byte[] own = door.peerId();
        if (Arrays.equals(own, theirs.peerId())) {
            door.close(context.channel(), CloseCause.COMPLETE);
            return;
        }
        var unused = context.write(Unpooled.wrappedBuffer(offer.handshake(own).encode()));
        begin(context, theirs, offer);
    }

    private void begin(ChannelHandlerContext context, Handshake theirs, TorrentOffer offer) {
        PeerLineHandler line = new PeerLineHandler(context.channel(), door);
        AddressPrefix address =
                AddressPrefix.of(((InetSocketAddress) context.channel().remoteAddress()).getAddress());
        try {
            PeerSession session = door.swarms().open(offer, theirs, address, line);
            ChannelPipeline pipeline = context.pipeline();
            var limits = door.properties().connections();
            door.rates().addTo(pipeline, offer.instance());
            pipeline.addLast(new LengthFieldBasedFrameDecoder(
                    LONGEST_MESSAGE, 0, PeerMessages.LENGTH_BYTES, 0, PeerMessages.LENGTH_BYTES));
            pipeline.addLast(new IdleStateHandler(
                    true, limits.idle().toMillis(), limits.patience().toMillis(), 0, TimeUnit.MILLISECONDS));
            pipeline.addLast(new PeerHandler(session, door));
            door.opened(context.channel());
            context.channel().config().setAutoRead(true);
            // What it read already goes on to the session.
            pipeline.remove(this);
            context.flush();
        } catch (RefusedPeerException full) {
            door.close(context.channel(), full.reason());
        }
    }
}
