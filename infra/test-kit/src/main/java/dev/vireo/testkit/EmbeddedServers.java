package dev.vireo.testkit;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.ElasticsearchServer;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.KeycloakRealms;
import dev.vireo.local.server.KeycloakServer;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.Port;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.Realm;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.server.ServerBinaries;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The servers as child processes on free ports, with data below the module's target folder. */
final class EmbeddedServers implements ServerSet {
    private final Once<ServerBinaries> binaries = new Once<>(ServerBinaries::locate);
    private final Once<DataFolder> data =
            new Once<>(() -> OwnedFolders.claim(Path.of("target", "real-servers"), "shared"));
    private final Once<PostgresServer> postgres = new Once<>(this::startPostgres);
    private final Once<KafkaServer> kafka = new Once<>(this::startKafka);
    private final Once<S3Server> s3 = new Once<>(this::startS3);
    private final Once<KeycloakServer> keycloak = new Once<>(this::startKeycloak);
    private final Once<ElasticsearchServer> elasticsearch = new Once<>(this::startElasticsearch);
    private final Once<Ffmpeg> ffmpeg = new Once<>(() -> Ffmpeg.locate(binaries.get(), data.get()));
    private final Map<String, Integer> databases = new HashMap<>();

    @Override
    public TestPostgres postgres() {
        postgres.get();
        return this::newDatabase;
    }

    @Override
    public TestKafka kafka() {
        return new TestKafka(kafka.get().bootstrapServers());
    }

    @Override
    public OriginAccess origin() {
        S3Server server = s3.get();
        return new OriginAccess(
                server.endpoint(), "us-east-1", server.bucket(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
    }

    @Override
    public KeycloakRealms keycloak() {
        return keycloak.get().realms();
    }

    @Override
    public TestElasticsearch elasticsearch() {
        return new TestElasticsearch(elasticsearch.get().address());
    }

    @Override
    public Ffmpeg ffmpeg() {
        return ffmpeg.get();
    }

    /** Data of tests is worthless: killed, not stopped. Logs stay until the next run. */
    @Override
    public void end() {
        for (Once<? extends LocalServer> server : List.of(elasticsearch, keycloak, s3, kafka, postgres)) {
            server.ifPresent(LocalServer::kill9);
        }
        data.ifPresent(folder -> List.of("postgres", "kafka", "s3", "keycloak", "elasticsearch")
                .forEach(name -> OwnedFolders.delete(folder.of(name))));
    }

    private synchronized String newDatabase(String name) {
        int number = databases.merge(name, 1, Integer::sum);
        String unique = number == 1 ? name : name + "_" + number;
        return postgres.get().newDatabase(unique) + "?user=" + unique + "&password=" + unique;
    }

    private PostgresServer startPostgres() {
        return started(new PostgresServer(binaries.get(), data.get(), Port.free(), List.of()));
    }

    private KafkaServer startKafka() {
        return started(new KafkaServer(binaries.get(), data.get(), Port.free(), Port.free(), List.of()));
    }

    private S3Server startS3() {
        return started(new S3Server(binaries.get(), data.get(), Port.free(), "vireo"));
    }

    private KeycloakServer startKeycloak() {
        return started(new KeycloakServer(
                binaries.get(),
                data.get(),
                Port.free(),
                Port.free(),
                postgres.get().newDatabase("keycloak"),
                List.of(new Realm("main", "localhost:8080"), new Realm("second", "second.localhost:8080"))));
    }

    private ElasticsearchServer startElasticsearch() {
        return started(new ElasticsearchServer(binaries.get(), data.get(), Port.free()));
    }

    private static <T extends LocalServer> T started(T server) {
        server.start();
        return server;
    }
}
