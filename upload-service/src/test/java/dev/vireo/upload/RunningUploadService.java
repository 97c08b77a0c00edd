package dev.vireo.upload;

import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.kit.origin.OriginStore;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service in this JVM, on real servers; one for all tests that need nothing special. */
public final class RunningUploadService implements AutoCloseable {
    private static final class Shared {
        private static final RunningUploadService SERVICE = start(Map.of());
    }

    private static final class Replica {
        private static final RunningUploadService SERVICE = launch(shared().settings());
    }

    private final ConfigurableApplicationContext context;
    private final Map<String, String> settings;
    private final ManagedChannel channel;

    private RunningUploadService(ConfigurableApplicationContext context, Map<String, String> settings) {
        this.context = context;
        this.settings = settings;
        this.channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", context.getBean(GrpcServer.class).port())
                .usePlaintext()
                .build();
    }

    /** Started at the first call, ended with the JVM. */
    public static RunningUploadService shared() {
        return Shared.SERVICE;
    }

    /** One of the test's own, with these settings over the usual ones. */
    public static RunningUploadService start(Map<String, String> special) {
        Map<String, String> settings = new LinkedHashMap<>(TestSettings.fresh());
        settings.putAll(special);
        return launch(settings);
    }

    /** A second replica of the shared one, over the same database and store. */
    public static RunningUploadService replica() {
        return Replica.SERVICE;
    }

    private static RunningUploadService launch(Map<String, String> settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(UploadServiceApplication.class)
                .registerShutdownHook(false)
                .run(TestSettings.arguments(settings));
        return new RunningUploadService(context, settings);
    }

    /** All settings it was started with. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Port of the tus door. */
    public int httpPort() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** To its gRPC services. */
    public ManagedChannel channel() {
        return channel;
    }

    /** Its database. */
    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Its database, for transactions of the test's own. */
    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    /** Its object store. */
    public OriginStore origin() {
        return context.getBean(OriginStore.class);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
    }
}
