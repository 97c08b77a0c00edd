package dev.vireo.testkit;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.ElasticsearchServer;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.KafkaTopic;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.Port;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.server.ServerBinaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Servers of one test's own, to be stopped, killed and started again with the same ports and data. Each is returned
 * running; {@link #close} ends them and removes their data.
 */
public final class RestartableServers implements AutoCloseable {
    private final ServerBinaries binaries = ServerBinaries.locate();
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "restartable");
    private final List<LocalServer> started = new ArrayList<>();

    /** PostgreSQL with these databases. */
    public PostgresServer postgres(String... databases) {
        return start(new PostgresServer(binaries, data, Port.free(), List.of(databases)));
    }

    /** Kafka with these topics, by number of partitions. */
    public KafkaServer kafka(Map<String, Integer> topics) {
        return start(new KafkaServer(
                binaries,
                data,
                Port.free(),
                Port.free(),
                topics.entrySet().stream()
                        .map(topic -> KafkaTopic.passing(topic.getKey(), topic.getValue()))
                        .toList()));
    }

    /** The S3 server with the bucket {@code vireo}. */
    public S3Server s3() {
        return start(new S3Server(binaries, data, Port.free(), "vireo"));
    }

    /** Elasticsearch. */
    public ElasticsearchServer elasticsearch() {
        return start(new ElasticsearchServer(binaries, data, Port.free()));
    }

    @Override
    public void close() {
        started.reversed().forEach(LocalServer::kill9);
        OwnedFolders.delete(data.root());
    }

    private <T extends LocalServer> T start(T server) {
        started.add(server);
        server.start();
        return server;
    }
}
