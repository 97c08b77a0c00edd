package dev.vireo.testkit;

import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.KeycloakRealms;
import dev.vireo.local.server.KeycloakServer;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.Port;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.Realm;
import dev.vireo.local.server.ServerBinaries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** The servers as containers; images and settings are those of {@code infra/local/compose.yaml}. */
final class ContainerServers implements ServerSet {
    /** Fetched by the container when it starts: the image has the analysis of most languages, not of these. */
    private static final String ELASTICSEARCH_PLUGINS = """
            plugins:
              - id: analysis-icu
              - id: analysis-kuromoji
              - id: analysis-smartcn
            """;

    private final List<GenericContainer<?>> running = new ArrayList<>();
    private final AtomicInteger databases = new AtomicInteger();
    private final Once<Integer> postgres = new Once<>(this::startPostgres);
    private final Once<Integer> kafka = new Once<>(this::startKafka);
    private final Once<Integer> s3 = new Once<>(this::startS3);
    private final Once<Integer> elasticsearch = new Once<>(this::startElasticsearch);
    private final Once<KeycloakRealms> keycloak = new Once<>(this::startKeycloak);

    @Override
    public TestPostgres postgres() {
        String server = "jdbc:postgresql://127.0.0.1:" + postgres.get() + "/";
        return name -> {
            String unique = name + "_" + databases.incrementAndGet();
            PostgresServer.createDatabase(server + "postgres", unique);
            return server + unique + "?user=" + unique + "&password=" + unique;
        };
    }

    @Override
    public TestKafka kafka() {
        return new TestKafka("127.0.0.1:" + kafka.get());
    }

    @Override
    public OriginAccess origin() {
        return new OriginAccess(
                "http://127.0.0.1:" + s3.get(), "us-east-1", "vireo", "vireo-local", "vireo-local-secret");
    }

    @Override
    public KeycloakRealms keycloak() {
        return keycloak.get();
    }

    @Override
    public TestElasticsearch elasticsearch() {
        return new TestElasticsearch("http://127.0.0.1:" + elasticsearch.get());
    }

    @Override
    public Ffmpeg ffmpeg() {
        return Ffmpeg.locate(
                ServerBinaries.locate(), OwnedFolders.claim(Path.of("target", "real-servers"), "containers"));
    }

    @Override
    public synchronized void end() {
        running.forEach(GenericContainer::stop);
    }

    private int startPostgres() {
        GenericContainer<?> container = new GenericContainer<>("postgres:18.6")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        return start(container, Port.free().number(), 5432);
    }

    private int startKafka() {
        int port = Port.free().number();
        GenericContainer<?> container = new GenericContainer<>("apache/kafka:4.3.1")
                .withEnv(Map.of(
                        "KAFKA_PROCESS_ROLES", "broker,controller",
                        "KAFKA_NODE_ID", "1",
                        "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:29093",
                        "KAFKA_LISTENERS", "PLAINTEXT://:" + port + ",CONTROLLER://:29093",
                        "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port,
                        "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
                        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1",
                        "KAFKA_GROUP_SHARE_ASSIGNMENT_INTERVAL_MS", "0"))
                .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withEnv("KAFKA_GROUP_SHARE_HEARTBEAT_INTERVAL_MS", "500")
                .withEnv("KAFKA_GROUP_SHARE_MIN_HEARTBEAT_INTERVAL_MS", "500")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        return start(container, port, port);
    }

    private int startS3() {
        GenericContainer<?> container = new GenericContainer<>("minio/minio:RELEASE.2025-09-07T16-13-09Z")
                .withEnv("MINIO_ROOT_USER", "vireo-local")
                .withEnv("MINIO_ROOT_PASSWORD", "vireo-local-secret")
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c"))
                .withCommand("mkdir -p /data/vireo && exec minio server /data")
                .waitingFor(Wait.forHttp("/minio/health/ready").forPort(9000));
        return start(container, Port.free().number(), 9000);
    }

    private int startElasticsearch() {
        GenericContainer<?> container = new GenericContainer<>("docker.elastic.co/elasticsearch/elasticsearch:9.5.4")
                .withEnv(Map.of(
                        "discovery.type", "single-node",
                        "xpack.security.enabled", "false",
                        "cluster.routing.allocation.disk.threshold_enabled", "false",
                        "action.auto_create_index", "false",
                        "ES_JAVA_OPTS", "-Xms512m -Xmx512m"))
                .withCopyToContainer(
                        Transferable.of(ELASTICSEARCH_PLUGINS),
                        "/usr/share/elasticsearch/config/elasticsearch-plugins.yml")
                .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow")
                        .forPort(9200)
                        .withStartupTimeout(Duration.ofMinutes(5)));
        return start(container, Port.free().number(), 9200);
    }

    private KeycloakRealms startKeycloak() {
        int port = Port.free().number();
        String address = "http://localhost:" + port;
        GenericContainer<?> container = new GenericContainer<>("quay.io/keycloak/keycloak:26.7.5")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN_PASSWORD)
                .withCommand("start-dev", "--hostname=" + address)
                .waitingFor(Wait.forHttp("/realms/master").forPort(8080));
        start(container, port, 8080);
        KeycloakRealms realms = new KeycloakRealms(address);
        realms.ensure(List.of(new Realm("main", "localhost:8080"), new Realm("second", "second.localhost:8080")));
        return realms;
    }

    /** Kafka and Keycloak tell clients their own address, so the outer port must be known before the start. */
    private synchronized int start(GenericContainer<?> container, int outer, int inner) {
        container.addExposedPort(inner);
        container.setPortBindings(List.of("127.0.0.1:" + outer + ":" + inner));
        running.add(container);
        container.start();
        return outer;
    }
}
