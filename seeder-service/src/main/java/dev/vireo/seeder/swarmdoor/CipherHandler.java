package dev.vireo.seeder.swarmdoor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.nio.ByteBuffer;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/** Decrypts what comes and encrypts what goes, byte by byte in its order. */
final class CipherHandler extends ChannelDuplexHandler {

    private final Cipher in;
    private final Cipher out;

    CipherHandler(Cipher in, Cipher out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws ShortBufferException {
        context.fireChannelRead(through(context, in, (ByteBuf) message));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
            throws ShortBufferException {
        var unused = context.write(through(context, out, (ByteBuf) message), promise);
    }

    private static ByteBuf through(ChannelHandlerContext context, Cipher cipher, ByteBuf bytes)
            throws ShortBufferException {
        int length = bytes.readableBytes();
        ByteBuf result = context.alloc().buffer(length);
        try {
            ByteBuffer target = result.nioBuffer(0, length);
            for (ByteBuffer part : bytes.nioBuffers()) {
                cipher.update(part, target);
            }
            return result.writerIndex(length);
        } finally {
            bytes.release();
        }
    }
}
