package dev.vireo.local;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.ElasticsearchServer;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.KafkaTopic;
import dev.vireo.local.server.KeycloakServer;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.Realm;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.server.ServerBinaries;
import java.util.List;

/** The list of servers. A further one is a component here and an entry of {@link #all}. */
record PlatformServers(
        PostgresServer postgres,
        KeycloakServer keycloak,
        KafkaServer kafka,
        S3Server s3,
        ElasticsearchServer elasticsearch) {
    static final String BUCKET = "vireo";

    /** Tasks have one partition: a broker divides more among the workers, and some would wait while others are idle. */
    private static final List<KafkaTopic> TOPICS = List.of(
            KafkaTopic.ofSnapshots("video.v1", 4),
            KafkaTopic.ofSnapshots("channel.v1", 4),
            KafkaTopic.ofSnapshots("caption.v1", 4),
            KafkaTopic.ofSnapshots("subscription.v1", 4),
            KafkaTopic.ofSnapshots("playlist.v1", 4),
            KafkaTopic.ofSnapshots("remote-video.v1", 4),
            KafkaTopic.ofSnapshots("remote-channel.v1", 4),
            KafkaTopic.ofSnapshots("seeding.v1", 4),
            KafkaTopic.passing("ipfs.v1", 4),
            KafkaTopic.passing("transcode.v1", 4),
            KafkaTopic.passing("view.v1", 2),
            KafkaTopic.ofNewest("popularity.v1", 4),
            KafkaTopic.ofNewest("companion.v1", 4),
            KafkaTopic.ofNewest("comment-count.v1", 4),
            KafkaTopic.passing("transcode-task.v1", 1),
            KafkaTopic.passing("transcode-task-express.v1", 1),
            KafkaTopic.passing("seed-task.v1", 1),
            KafkaTopic.shortLived("swarm-peer.v1", 4));

    static PlatformServers of(PlatformOptions options, ServerBinaries binaries, DataFolder data) {
        PostgresServer postgres = new PostgresServer(
                binaries, data, options.port(PortName.POSTGRES), List.of("upload", "transcode", "seeder", "keycloak"));
        return new PlatformServers(
                postgres,
                new KeycloakServer(
                        binaries,
                        data,
                        options.port(PortName.KEYCLOAK),
                        options.port(PortName.KEYCLOAK_MANAGEMENT),
                        postgres.jdbcUrl("keycloak"),
                        LocalInstance.all(options).stream()
                                .map(instance -> new Realm(instance.id(), instance.domain()))
                                .toList()),
                new KafkaServer(
                        binaries, data, options.port(PortName.KAFKA), options.port(PortName.KAFKA_CONTROLLER), TOPICS),
                new S3Server(binaries, data, options.port(PortName.S3), BUCKET),
                new ElasticsearchServer(binaries, data, options.port(PortName.ELASTICSEARCH), options.quick()));
    }

    /** In the order of starting: others need PostgreSQL, and Keycloak takes longest. */
    List<LocalServer> all() {
        return List.of(postgres, keycloak, kafka, s3, elasticsearch);
    }
}
