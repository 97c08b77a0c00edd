package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.wire.KeyAgreement;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import javax.crypto.Cipher;

/**
 * Reads, encrypted, which ciphers a peer offers and chooses one: none when it will do, as then only the beginning is hidden; RC4
 * when the peer insists. What it said already, and all that follows, goes on to {@link HandshakeHandler}.
 */
final class CipherOfferHandler extends ByteToMessageDecoder {

    /** Above all that may stand before the handshake. */
    static final int LONGEST = 64 * 1024;

    private static final int CONSTANT_BYTES = 8;
    private static final int HEAD_BYTES = CONSTANT_BYTES + Integer.BYTES + Short.BYTES;
    private static final int CLEAR = 1;
    private static final int RC4 = 2;

    private final PeerDoorHandler door;
    private final Cipher in;
    private final Cipher out;
    private final ByteBuffer plain = ByteBuffer.allocate(LONGEST);

    CipherOfferHandler(PeerDoorHandler door, byte[] secret, byte[] infohash) {
        this.door = door;
        this.in = KeyAgreement.fromInitiator(secret, infohash);
        this.out = KeyAgreement.toInitiator(secret, infohash);
    }

    /** Decrypts no byte more than belongs here: what follows may be in the clear. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> unusedOut) {
        int missing = missing();
        while (missing > 0 && bytes.isReadable()) {
            byte[] some = new byte[Math.min(missing, bytes.readableBytes())];
            bytes.readBytes(some);
            plain.put(in.update(some));
            missing = missing();
        }
        if (missing == 0) {
            choose(context);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        door.close(context.channel(), CloseCause.MALFORMED);
    }

    /** How many bytes are needed next: each part tells the length of the one behind it. */
    private int missing() {
        int needed = HEAD_BYTES;
        if (plain.position() >= needed) {
            int padding = Short.toUnsignedInt(plain.getShort(HEAD_BYTES - Short.BYTES));
            if (padding > KeyAgreement.MOST_PADDING || plain.getLong(0) != 0) {
                throw new IllegalArgumentException("Not the offer of a cipher");
            }
            needed += padding + Short.BYTES;
            if (plain.position() >= needed) {
                needed += Short.toUnsignedInt(plain.getShort(needed - Short.BYTES));
            }
        }
        if (needed > LONGEST) {
            throw new IllegalArgumentException("Too much before the handshake");
        }
        return needed - plain.position();
    }

    private void choose(ChannelHandlerContext context) {
        int offered = plain.getInt(CONSTANT_BYTES);
        int chosen = (offered & CLEAR) != 0 ? CLEAR : offered & RC4;
        if (chosen == 0) {
            door.close(context.channel(), CloseCause.MALFORMED);
            return;
        }
        ByteBuffer answer =
                ByteBuffer.allocate(HEAD_BYTES).putLong(0).putInt(chosen).putShort((short) 0);
        var unused = context.writeAndFlush(Unpooled.wrappedBuffer(out.update(answer.array())));
        ByteBuf said = said();
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addAfter(context.name(), "handshake", new HandshakeHandler(door));
        if (chosen == RC4) {
            pipeline.addAfter(context.name(), "cipher", new CipherHandler(in, out));
        }
        // Decrypted already, so it does not pass the cipher.
        pipeline.context(chosen == RC4 ? "cipher" : context.name()).fireChannelRead(said);
        pipeline.remove(this);
    }

    private ByteBuf said() {
        int padding = Short.toUnsignedInt(plain.getShort(HEAD_BYTES - Short.BYTES));
        int from = HEAD_BYTES + padding + Short.BYTES;
        return Unpooled.copiedBuffer(plain.array(), from, plain.position() - from);
    }
}
