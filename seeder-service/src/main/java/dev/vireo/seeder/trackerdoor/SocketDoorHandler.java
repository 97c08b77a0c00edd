package dev.vireo.seeder.trackerdoor;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;

/** One browser's socket. */
final class SocketDoorHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final SocketPeer peer;
    private boolean asked;

    SocketDoorHandler(SocketPeer peer) {
        this.peer = peer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        asked = false;
        switch (frame) {
            case TextWebSocketFrame text -> peer.receive(text.text());
            case PingWebSocketFrame ping ->
                send(context, new PongWebSocketFrame(ping.content().retain()));
            case PongWebSocketFrame unusedPong -> {}
            case CloseWebSocketFrame unusedClose -> end(context, WebSocketCloseStatus.NORMAL_CLOSURE);
            default -> end(context, WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
        }
    }

    /** Asks a silent browser once whether it is there. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            if (asked) {
                close(context);
            } else {
                asked = true;
                send(context, new PingWebSocketFrame());
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        peer.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(context);
    }

    private static void send(ChannelHandlerContext context, WebSocketFrame frame) {
        var unused = context.writeAndFlush(frame);
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private static void end(ChannelHandlerContext context, WebSocketCloseStatus status) {
        context.writeAndFlush(new CloseWebSocketFrame(status)).addListener(ChannelFutureListener.CLOSE);
    }
}
