package dev.vireo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.PostgresServer;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

final class RealServersIT {

    @Test
    void databasesOfTheSameNameAreDistinct() throws SQLException {
        String first = RealServers.postgres().newDatabase("kit");
        String second = RealServers.postgres().newDatabase("kit");
        try (Connection one = DriverManager.getConnection(first);
                Connection other = DriverManager.getConnection(second);
                Statement create = one.createStatement();
                Statement look = other.createStatement();
                ResultSet user = look.executeQuery("select current_user")) {
            create.execute("create table note (text text)");
            assertThat(user.next()).isTrue();
            assertThat(other.getMetaData()
                            .getTables(null, "public", "note", null)
                            .next())
                    .isFalse();
        }
    }

    @Test
    void kafkaHasTheTopicsAskedFor() throws Exception {
        RealServers.kafka().createTopic("asked.v1", 3);
        RealServers.kafka().createTopic("asked.v1", 3);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()))) {
            assertThat(admin.describeTopics(Set.of("asked.v1")).allTopicNames().get(10, TimeUnit.SECONDS))
                    .hasEntrySatisfying(
                            "asked.v1", topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void theBucketTakesObjects() throws Exception {
        OriginAccess origin = RealServers.origin();
        MinioClient client = MinioClient.builder()
                .endpoint(origin.endpoint())
                .region(origin.region())
                .credentials(origin.accessKey(), origin.secretKey())
                .build();
        byte[] bytes = {1, 2, 3};
        client.putObject(PutObjectArgs.builder().bucket(origin.bucket()).object("main/a").stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
        assertThat(client.statObject(StatObjectArgs.builder()
                                .bucket(origin.bucket())
                                .object("main/a")
                                .build())
                        .size())
                .isEqualTo(3);
    }

    @Test
    void tokensCarryWhatServicesReadFromThem() {
        String token = RealServers.keycloak().token("second", "root", "root-local");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"iss\":\"" + RealServers.keycloak().issuer("second") + "\"")
                .contains(
                        "\"preferred_username\":\"root\"", "\"name\":\"Root Administrator\"", "\"email\":", "\"sub\":")
                .containsPattern("\"realm_access\":\\{\"roles\":\\[[^]]*\"administrator\"");
    }

    @Test
    void ffmpegRuns() {
        assertThat(RealServers.ffmpeg().ffmpeg()).isExecutable();
        assertThat(RealServers.ffmpeg().ffprobe()).isExecutable();
    }

    @Test
    void elasticsearchIsOneForAll() throws Exception {
        TestElasticsearch elasticsearch = RealServers.elasticsearch();
        assertThat(RealServers.elasticsearch()).isEqualTo(elasticsearch);
        try (InputStream health =
                URI.create(elasticsearch.address() + "/_cluster/health").toURL().openStream()) {
            assertThat(health).asString(StandardCharsets.UTF_8).containsPattern("\"status\":\"(green|yellow)\"");
        }
    }

    @Test
    void restartableServersKeepPortAndData() throws SQLException {
        try (RestartableServers servers = new RestartableServers()) {
            PostgresServer postgres = servers.postgres("durable");
            String url = postgres.jdbcUrl("durable") + "?user=durable";
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (id int)");
                statement.execute("insert into kept values (1)");
            }
            postgres.kill9();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from kept")) {
                assertThat(rows.next()).isTrue();
            }
            KafkaServer kafka = servers.kafka(Map.of("t.v1", 1));
            kafka.kill9();
            kafka.start();
            assertThat(kafka.isRunning()).isTrue();
        }
    }
}
