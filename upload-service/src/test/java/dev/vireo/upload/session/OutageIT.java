package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.S3Server;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RestartableServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OutageIT {
    private static final int PART = 5 << 20;

    @Test
    void anUploadGoesOnAfterStoreAndDatabaseWereKilled() throws IOException {
        byte[] film = TestFilm.of(3 * PART + 1_000, 31);
        try (RestartableServers servers = new RestartableServers()) {
            PostgresServer postgres = servers.postgres("upload");
            S3Server store = servers.s3();
            try (RunningUploadService service = RunningUploadService.start(Map.of(
                    "spring.datasource.url", postgres.jdbcUrl("upload"),
                    "spring.datasource.username", "upload",
                    "spring.datasource.password", "upload",
                    "spring.datasource.hikari.connection-timeout", "1500",
                    "vireo.origin.endpoint", store.endpoint()))) {
                TusTestClient alice = TestCallers.tus(service, "main", "alice");
                UUID id = alice.create(film.length, Map.of("filename", "outage.mp4"));
                alice.patch(id, 0, TestFilm.slice(film, 0, PART + 1_000));

                store.kill9();
                HttpResponse<String> withoutStore =
                        alice.patch(id, PART + 1_000, TestFilm.slice(film, PART + 1_000, film.length));
                assertThat(withoutStore.statusCode()).isEqualTo(503);
                assertThat(alice.offset(id)).isEqualTo(PART + 1_000);
                store.start();
                alice.patch(id, PART + 1_000, TestFilm.slice(film, PART + 1_000, 2L * PART));
                assertThat(alice.offset(id)).isEqualTo(2L * PART);

                postgres.kill9();
                assertThat(alice.head(id).statusCode()).isEqualTo(503);
                GrpcTestClient grpc = TestCallers.grpc(service, "main", "alice");
                assertThat(GrpcTestClient.statusOf(() -> grpc.channels().getMe(GetMeRequest.getDefaultInstance())))
                        .isEqualTo(Status.Code.UNAVAILABLE);
                postgres.start();
                Eventually.holds("the database answers", () -> alice.head(id).statusCode() == 200);

                HttpResponse<String> last = alice.patch(id, 2L * PART, TestFilm.slice(film, 2L * PART, film.length));
                assertThat(last.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
                try (InputStream stored = service.origin().get(new ObjectKey("main/uploads/" + id + "/source"))) {
                    assertThat(stored.readAllBytes()).isEqualTo(film);
                }
            }
        }
    }
}
