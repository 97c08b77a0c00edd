package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.ConnectionCounts;
import dev.vireo.seeder.tracker.TrackerProperties;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection: one question and its answer by HTTP, or a browser's socket from then on. */
final class HttpDoorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final byte[] NOTHING = {};

    private final HttpDoor http;
    private final SocketDoor sockets;
    private final TrustedProxies proxies;
    private final ConnectionCounts counts;
    private final TrackerProperties properties;
    private @Nullable ScheduledFuture<?> deadline;

    HttpDoorHandler(
            HttpDoor http,
            SocketDoor sockets,
            TrustedProxies proxies,
            ConnectionCounts counts,
            TrackerProperties properties) {
        this.http = http;
        this.sockets = sockets;
        this.proxies = proxies;
        this.counts = counts;
        this.properties = properties;
    }

    /** Whoever says nothing, or reads nothing, is gone in time. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(
                        () -> close(context),
                        properties.connections().patience().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            answer(context, HttpResponseStatus.BAD_REQUEST, NOTHING);
            return;
        }
        InetAddress remote = ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
        InetAddress client =
                proxies.client(remote, String.join(",", request.headers().getAll("X-Forwarded-For")));
        if (request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgrade(context, request, AddressPrefix.of(client), proxies.trusts(remote));
            return;
        }
        String target = request.uri();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!request.method().equals(HttpMethod.GET) || !http.knows(path)) {
            answer(context, HttpResponseStatus.NOT_FOUND, NOTHING);
            return;
        }
        // One question a connection: what comes behind it is not read.
        context.channel().config().setAutoRead(false);
        var unused = http.answer(path, mark < 0 ? "" : target.substring(mark + 1), client)
                .thenAccept(body -> answer(context, HttpResponseStatus.OK, body));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(context);
    }

    private void upgrade(
            ChannelHandlerContext context, FullHttpRequest request, AddressPrefix client, boolean proxied) {
        // By a proxy the address of the connection is the proxy's, and was not counted.
        if (proxied && !counts.enter(client)) {
            answer(context, HttpResponseStatus.TOO_MANY_REQUESTS, NOTHING);
            return;
        }
        Channel channel = context.channel();
        if (proxied) {
            channel.closeFuture().addListener(closed -> counts.leave(client));
        }
        int longest = (int) properties.sockets().message().toBytes();
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://tracker/",
                        null,
                        WebSocketDecoderConfig.newBuilder()
                                .maxFramePayloadLength(longest)
                                .allowExtensions(false)
                                .build())
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel)
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        SocketPeer peer = sockets.enter(client, new ChannelLineHandler(channel));
        handshaker.handshake(channel, request).addListener(done -> {
            if (!done.isSuccess()) {
                close(context);
            }
        });
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new IdleStateHandler(properties.sockets().idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS));
        pipeline.addLast(new WebSocketFrameAggregator(longest));
        pipeline.addLast(new SocketDoorHandler(peer));
        pipeline.remove(this);
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private static void answer(ChannelHandlerContext context, HttpResponseStatus status, byte[] body) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
