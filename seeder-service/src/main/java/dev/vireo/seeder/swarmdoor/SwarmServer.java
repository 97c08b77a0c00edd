package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.admission.ConnectionCounts;
import dev.vireo.seeder.admission.SeedingPolicies;
import dev.vireo.seeder.swarm.SwarmProperties;
import dev.vireo.seeder.swarm.Swarms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Listens for peers by TCP. */
@Component
public class SwarmServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SwarmServer.class);
    private static final int THREADS = 2;
    private static final int BACKLOG = 1024;

    private final SwarmProperties properties;
    private final Swarms swarms;
    private final SeedingPolicies policies;
    private final ConnectionCounts counts;
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel tcp;
    private @Nullable RateShapingHandler shaping;

    SwarmServer(Swarms swarms, SeedingPolicies policies, SwarmProperties properties, MeterRegistry registry) {
        this.properties = properties;
        this.swarms = swarms;
        this.policies = policies;
        this.counts = new ConnectionCounts(
                properties.connections().most(), properties.connections().mostOfAddress());
        Gauge.builder("vireo.swarm.connections", counts, ConnectionCounts::all).register(registry);
    }

    /** The port that it listens on. */
    public synchronized int port() {
        if (tcp == null) {
            throw new IllegalStateException("The peer wire does not listen");
        }
        return ((InetSocketAddress) tcp.localAddress()).getPort();
    }

    @Override
    public synchronized void start() {
        loops = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("swarm", true), NioIoHandler.newFactory());
        shaping = new RateShapingHandler(properties, policies, loops);
        tcp = bootstrap(loops, shaping)
                .bind(new InetSocketAddress(InetAddress.ofLiteral(properties.address()), properties.port()))
                .syncUninterruptibly()
                .channel();
        LOG.info("The peer wire listens on {}", tcp.localAddress());
    }

    @Override
    public synchronized void stop() {
        if (loops != null) {
            var unused = loops.shutdownGracefully(0, THREADS, TimeUnit.SECONDS).syncUninterruptibly();
        }
        loops = null;
        shaping = null;
        tcp = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return tcp != null;
    }

    @Scheduled(fixedDelayString = "${vireo.seeder.admission.remember}")
    synchronized void refreshRates() {
        if (shaping != null) {
            shaping.refresh();
        }
    }

    private ServerBootstrap bootstrap(EventLoopGroup group, RateShapingHandler rates) {
        PeerDoorHandler door = new PeerDoorHandler(swarms, properties, rates);
        PeerLimitHandler limit = new PeerLimitHandler(counts, door);
        int queue = (int) properties.connections().queue().toBytes();
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
                        channel.pipeline().addLast(limit);
                        rates.addTo(channel.pipeline());
                        channel.pipeline().addLast(new FirstBytesHandler(door));
                    }
                });
    }
}
