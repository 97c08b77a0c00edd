package dev.vireo.search.trend;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the stream of views running: one that broke off, as while the bus was away, begins again by itself. */
final class TrendStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TrendStreams.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Topology topology;
    private final Properties settings;
    private boolean running;
    private @Nullable KafkaStreams streams;

    TrendStreams(Topology topology, Properties settings) {
        this.topology = topology;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        revive();
    }

    @Override
    public synchronized void stop() {
        running = false;
        close();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Whether it counts now. */
    synchronized boolean counts() {
        return streams != null && streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Starts the stream unless it lives. */
    @Scheduled(fixedDelay = 5_000)
    synchronized void revive() {
        if (!running || (streams != null && !streams.state().hasCompletedShutdown())) {
            return;
        }
        close();
        try {
            KafkaStreams fresh = new KafkaStreams(topology, settings);
            fresh.setUncaughtExceptionHandler(failure -> {
                LOG.warn("The counting of views stops for a moment", failure);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams = fresh;
            fresh.start();
        } catch (KafkaException away) {
            LOG.warn("Views are not counted now: {}", away.toString());
        }
    }

    private void close() {
        if (streams != null) {
            streams.close(STOP_TIMEOUT);
            streams = null;
        }
    }
}
