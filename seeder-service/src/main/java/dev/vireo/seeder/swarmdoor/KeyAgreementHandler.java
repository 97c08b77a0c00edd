package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.wire.KeyAgreement;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on keys with a peer that does not speak in the clear: its key, ours, its proof and the hidden name of its torrent; the
 * rest is {@link CipherOfferHandler}'s.
 */
final class KeyAgreementHandler extends ByteToMessageDecoder {

    private final PeerDoorHandler door;
    private byte @Nullable [] secret;
    private boolean asked;

    KeyAgreementHandler(PeerDoorHandler door) {
        this.door = door;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        if (asked) {
            if (bytes.readableBytes() > CipherOfferHandler.LONGEST) {
                door.close(context.channel(), CloseCause.ABUSE);
            }
            return;
        }
        if (secret == null) {
            if (bytes.readableBytes() < KeyAgreement.KEY_BYTES) {
                return;
            }
            secret = agree(context, take(bytes, KeyAgreement.KEY_BYTES));
        }
        find(context, bytes, secret);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        door.close(context.channel(), CloseCause.MALFORMED);
    }

    private byte[] agree(ChannelHandlerContext context, byte[] theirs) {
        KeyAgreement own = new KeyAgreement(door.random());
        byte[] agreed = own.secret(theirs);
        byte[] padding = new byte[door.random().nextInt(KeyAgreement.MOST_PADDING + 1)];
        door.random().nextBytes(padding);
        var unused = context.writeAndFlush(Unpooled.wrappedBuffer(own.publicKey(), padding));
        return agreed;
    }

    /** Behind padding of any length the proof follows, then the torrent. */
    private void find(ChannelHandlerContext context, ByteBuf bytes, byte[] agreed) {
        int at = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(KeyAgreement.proof(agreed)), bytes);
        if (at < 0) {
            if (bytes.readableBytes() > KeyAgreement.MOST_PADDING + KeyAgreement.HASH_BYTES) {
                door.close(context.channel(), CloseCause.MALFORMED);
            }
            return;
        }
        int proof = at - bytes.readerIndex();
        if (proof > KeyAgreement.MOST_PADDING) {
            door.close(context.channel(), CloseCause.MALFORMED);
        } else if (bytes.readableBytes() >= proof + 2 * KeyAgreement.HASH_BYTES) {
            bytes.skipBytes(proof + KeyAgreement.HASH_BYTES);
            reveal(context, KeyAgreement.reveal(take(bytes, KeyAgreement.HASH_BYTES), agreed), agreed);
        }
    }

    private void reveal(ChannelHandlerContext context, byte[] name, byte[] agreed) {
        asked = true;
        context.channel().config().setAutoRead(false);
        var unused = door.swarms()
                .reveal(name)
                .whenComplete(
                        (hash, failure) -> context.executor().execute(() -> goOn(context, agreed, hash, failure)));
    }

    private void goOn(
            ChannelHandlerContext context, byte[] agreed, @Nullable TrackedHash hash, @Nullable Throwable failure) {
        if (!context.channel().isActive()) {
            return;
        }
        if (hash == null) {
            door.close(context.channel(), failure == null ? CloseCause.UNKNOWN : PeerDoorHandler.cause(failure));
            return;
        }
        context.pipeline().addAfter(context.name(), null, new CipherOfferHandler(door, agreed, hash.bytes()));
        context.channel().config().setAutoRead(true);
        context.pipeline().remove(this);
    }

    private static byte[] take(ByteBuf bytes, int length) {
        byte[] taken = new byte[length];
        bytes.readBytes(taken);
        return taken;
    }
}
