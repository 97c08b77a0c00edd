package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Apache Kafka, one KRaft node with share groups on; its topics exist when {@link #start} returns. */
public final class KafkaServer extends LocalServer {
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";
    private static final int HEAP_MEBIBYTES = 224;

    private final ServerBinaries binaries;
    private final int port;
    private final int controllerPort;
    private final List<KafkaTopic> topics;

    /** Its topics are created or brought up to their settings at every start. */
    public KafkaServer(
            ServerBinaries binaries, DataFolder data, Port port, Port controllerPort, List<KafkaTopic> topics) {
        super("kafka", data, List.of(port, controllerPort));
        this.binaries = binaries;
        this.port = port.number();
        this.controllerPort = controllerPort.number();
        this.topics = List.copyOf(topics);
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    protected ServerCommand prepare() {
        Path settings = folder().resolve("server.properties");
        try {
            Files.writeString(settings, settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(folder().resolve("log/meta.properties"))) {
            format(settings);
        }
        return java("info", "kafka.Kafka", settings.toString());
    }

    @Override
    protected boolean isHealthy() {
        return ports().getFirst().accepts() && KafkaTopics.answers(bootstrapServers());
    }

    @Override
    protected void afterStart() {
        KafkaTopics.ensure(bootstrapServers(), topics);
    }

    @Override
    protected Duration stopLimit() {
        return Duration.ofSeconds(8);
    }

    private void format(Path settings) {
        ServerCommand format = java(
                "warn",
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                CLUSTER_ID,
                "-c",
                settings.toString());
        OneShotProcess.run("Formatting Kafka's storage", format, log(), Duration.ofMinutes(1));
    }

    private ServerCommand java(String logLevel, String... mainAndArguments) {
        List<String> words = new ArrayList<>(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + logLevel,
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-cp",
                binaries.of("kafka").resolve("*").toString()));
        words.addAll(List.of(mainAndArguments));
        return new ServerCommand(ServerBinaries.java(HEAP_MEBIBYTES, words), Map.of(), folder());
    }

    /** Share groups get their first assignment at once and may hold a record for an hour; one node needs one replica. */
    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                log.segment.bytes=67108864
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.consumer.heartbeat.interval.ms=1000
                group.consumer.min.heartbeat.interval.ms=500
                group.share.heartbeat.interval.ms=500
                group.share.min.heartbeat.interval.ms=500
                group.share.assignment.interval.ms=0
                group.share.max.record.lock.duration.ms=3600000
                group.share.min.record.lock.duration.ms=1000
                """.formatted(port, controllerPort, folder().resolve("log"));
    }
}
