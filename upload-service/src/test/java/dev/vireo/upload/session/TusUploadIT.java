package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TusUploadIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient alice =
            new TusTestClient(service.httpPort(), "main", RealServers.keycloak().token("main", "alice", "alice-local"));

    @Test
    void anUploadInOneRequestBecomesAVideo() throws IOException {
        byte[] film = TestFilm.of(12_000_000, 1);
        UUID id = alice.create(film.length, Map.of("filename", "holiday.mp4", "name", "Our holiday"));

        HttpResponse<String> last = alice.patch(id, 0, film);

        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(last.headers().firstValue("Upload-Offset")).contains("12000000");
        assertThat(last.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
        assertThat(last.headers().firstValue("Vireo-Video-Short-Id")).contains(ShortUuid.encode(id));
        try (InputStream stored = service.origin().get(new ObjectKey("main/uploads/" + id + "/source"))) {
            assertThat(stored.readAllBytes()).isEqualTo(film);
        }
        byte[] sha256 = service.jdbc()
                .sql("select source_sha256 from video where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(sha256).isEqualTo(TestFilm.digest("SHA-256", film));
    }
}
