package dev.vireo.testkit;

import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.KeycloakRealms;

/**
 * The real servers of this test JVM: each is started when a test first asks for it, on free ports with empty data, and
 * ended with the JVM. A server that cannot be had fails the test with one sentence; nothing is skipped.
 */
public final class RealServers {
    /** {@code embedded} (child processes, the default) or {@code containers} (Docker); set by {@code -Pcontainers}. */
    public static final String CHOICE = "house.servers";

    private static final ServerSet SERVERS = choose(System.getProperty(CHOICE, "embedded"));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::end, "end-real-servers"));
    }

    private RealServers() {}

    /** PostgreSQL. */
    public static TestPostgres postgres() {
        return SERVERS.postgres();
    }

    /** Kafka with share groups. */
    public static TestKafka kafka() {
        return SERVERS.kafka();
    }

    /** The S3 server's bucket. */
    public static OriginAccess origin() {
        return SERVERS.origin();
    }

    /** Keycloak with two realms. */
    public static KeycloakRealms keycloak() {
        return SERVERS.keycloak();
    }

    /** Elasticsearch with the analysis of languages. */
    public static TestElasticsearch elasticsearch() {
        return SERVERS.elasticsearch();
    }

    /** Programs, not a server: ffmpeg and ffprobe. */
    public static Ffmpeg ffmpeg() {
        return SERVERS.ffmpeg();
    }

    private static ServerSet choose(String choice) {
        return switch (choice) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> new ContainerServers();
            default ->
                throw new IllegalArgumentException("-D" + CHOICE + " is embedded or containers, not " + choice + ".");
        };
    }
}
