package dev.vireo.search.trend;

import dev.vireo.kit.event.EventProperties;
import dev.vireo.search.together.TogetherProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.rocksdb.NativeLibraryLoader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stream of views, and of what is watched together. */
@Configuration(proxyBeanMethods = false)
class TrendConfig {
    private static final int COMMIT_MILLIS = 250;
    /** After a crash others take over this soon. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int RECONNECT_MILLIS = 1_000;

    @Bean
    TrendStreams trendStreams(
            TrendProperties properties,
            TogetherProperties together,
            EventProperties bus,
            @Value("${spring.application.name}") String application,
            MeterRegistry metrics) {
        TrendStreams streams = new TrendStreams(
                TrendTopology.of(
                        properties, together, application, () -> new ViewProcessor(properties, application, metrics)),
                settings(properties, bus));
        Gauge.builder("vireo.trend.running", streams, now -> now.counts() ? 1 : 0)
                .register(metrics);
        return streams;
    }

    /** In one place, where the next start replaces it: else a killed process would leave one behind each time. */
    private static void loadNativeLibrary(Path folder) {
        try {
            Files.createDirectories(folder);
            NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
        } catch (IOException full) {
            throw new UncheckedIOException("The library of the state cannot be put into " + folder, full);
        }
    }

    private static Properties settings(TrendProperties properties, EventProperties bus) {
        Path folder = properties.folder() == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "vireo", properties.name())
                : properties.folder();
        loadNativeLibrary(folder);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, properties.name());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bus.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemoryConfig.class);
        settings.put(StateMemoryConfig.MEMORY, properties.memory().toBytes());
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        return settings;
    }
}
