package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.ConnectionCounts;
import dev.vireo.seeder.tracker.TrackerProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for HTTP and WebSockets by TCP, and for UDP on the port of the same number. */
@Component
public class TrackerServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerServer.class);
    private static final int THREADS = 2;
    private static final int BACKLOG = 1024;
    private static final int TRIES = 20;
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_BODY = 1024;
    private static final int DATAGRAMS_BYTES = 1024 * 1024;

    private final HttpDoor http;
    private final SocketDoor sockets;
    private final UdpDoor udp;
    private final TrackerProperties properties;
    private final TrustedProxies proxies;
    private final ConnectionCounts counts;
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel tcp;

    TrackerServer(
            HttpDoor http, SocketDoor sockets, UdpDoor udp, TrackerProperties properties, MeterRegistry registry) {
        this.http = http;
        this.sockets = sockets;
        this.udp = udp;
        this.properties = properties;
        this.proxies = new TrustedProxies(properties.trustedProxies());
        this.counts = new ConnectionCounts(
                properties.connections().most(), properties.connections().mostOfAddress());
        Gauge.builder("vireo.tracker.connections", counts, ConnectionCounts::all)
                .register(registry);
    }

    /** The port that it listens on. */
    public synchronized int port() {
        if (tcp == null) {
            throw new IllegalStateException("The tracker does not listen");
        }
        return ((InetSocketAddress) tcp.localAddress()).getPort();
    }

    @Override
    public synchronized void start() {
        loops = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("tracker", true), NioIoHandler.newFactory());
        tcp = listen(loops);
        LOG.info("The tracker listens on {}", tcp.localAddress());
    }

    @Override
    public synchronized void stop() {
        if (loops != null) {
            var unused = loops.shutdownGracefully(0, THREADS, TimeUnit.SECONDS).syncUninterruptibly();
        }
        loops = null;
        tcp = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return tcp != null;
    }

    /** With any free port, the one of TCP may be taken for UDP: then it is another. */
    private Channel listen(EventLoopGroup group) {
        int tries = properties.port() == 0 ? TRIES : 1;
        while (true) {
            Channel first = tcp(group)
                    .bind(address(properties.port()))
                    .syncUninterruptibly()
                    .channel();
            int port = ((InetSocketAddress) first.localAddress()).getPort();
            var second = udp(group).bind(address(port)).awaitUninterruptibly();
            if (second.isSuccess()) {
                return first;
            }
            var unused = first.close().syncUninterruptibly();
            if (--tries == 0) {
                throw new IllegalStateException("The tracker cannot listen by UDP on " + port, second.cause());
            }
        }
    }

    private InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(properties.address()), port);
    }

    private ServerBootstrap tcp(EventLoopGroup group) {
        ConnectionLimitHandler limit = new ConnectionLimitHandler(counts, proxies);
        int queue = (int) properties.sockets().queue().toBytes();
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(queue / 2, queue))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(limit)
                                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(LONGEST_LINE)
                                        .setMaxHeaderSize(LONGEST_LINE)))
                                .addLast(new HttpObjectAggregator(LONGEST_BODY))
                                .addLast(new HttpDoorHandler(http, sockets, proxies, counts, properties));
                    }
                });
    }

    private Bootstrap udp(EventLoopGroup group) {
        return new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, DATAGRAMS_BYTES)
                .handler(new UdpDoorHandler(udp));
    }
}
