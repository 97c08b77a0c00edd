package dev.vireo.seeder.trackerdoor;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** Messages to one browser. What waits for it is bounded by its channel's water mark. */
final class ChannelLineHandler implements SocketLine {

    private final Channel channel;

    ChannelLineHandler(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void send(String message) {
        var unused = channel.isWritable()
                ? channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise())
                : channel.close();
    }
}
