package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.PartTag;
import dev.vireo.testkit.Eventually;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.SlowBody;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class UploadLimitsIT {
    private static final int MEBIBYTE = 1 << 20;
    private static RunningUploadService service = RunningUploadService.shared();

    @BeforeAll
    static void startWithSmallLimits() {
        service = RunningUploadService.start(Map.of(
                "vireo.upload.max-size", "20MB",
                "vireo.upload.quota", "30MB",
                "vireo.upload.max-open", "4",
                "vireo.upload.keep-completed", "1s",
                "vireo.upload.expire-after", "2s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anUploadThatGetsNoMoreBytesExpiresAndLeavesNothing() {
        TusTestClient alice = TestCallers.tus(service, "main", "alice");
        UUID id = alice.create(9 * MEBIBYTE, Map.of());
        alice.patch(id, 0, TestFilm.of(6 * MEBIBYTE, 1));
        try (SlowBody broken = new SlowBody(
                service.httpPort(), "main", TestCallers.token("main", "alice"), id, 6 * MEBIBYTE, 3 * MEBIBYTE)) {
            broken.send(new byte[100]);
        }

        Eventually.holds("the upload is gone", () -> alice.head(id).statusCode() == 404);

        assertThat(rows(id)).isZero();
        assertThat(service.origin().list("main/uploads/" + id + "/", 10)).isEmpty();
    }

    @Test
    void aCompletedUploadIsForgottenAndItsSourceStays() {
        TusTestClient bob = TestCallers.tus(service, "main", "bob");
        byte[] film = TestFilm.of(10_000, 2);
        UUID id = bob.create(film.length, Map.of());
        bob.patch(id, 0, film);

        Eventually.holds("the row is gone", () -> rows(id) == 0);

        assertThat(service.origin().list("main/uploads/" + id + "/", 10)).hasSize(1);
        assertThat(bob.head(id).statusCode()).isEqualTo(404);
    }

    @Test
    void partsThatACrashLeftUnrecordedGoWithTheUpload() throws IOException {
        TusTestClient bob = TestCallers.tus(service, "main", "bob");
        byte[] film = TestFilm.of(10_000, 4);
        UUID givenUp = bob.create(film.length, Map.of());
        UUID completed = bob.create(film.length, Map.of());
        Unrecorded first = Unrecorded.of(givenUp);
        Unrecorded second = Unrecorded.of(completed);

        assertThat(bob.delete(givenUp).statusCode()).isEqualTo(204);
        assertThat(bob.patch(completed, 0, film).statusCode()).isEqualTo(204);
        Eventually.holds("the row is gone", () -> rows(completed) == 0);

        first.assertGone();
        second.assertGone();
        assertThat(service.origin().stat(second.key)).isPresent();
    }

    /** A multipart upload of a process that died before it wrote its id down. */
    private record Unrecorded(ObjectKey key, String multipartId, PartTag part) {
        static Unrecorded of(UUID upload) throws IOException {
            ObjectKey key = new ObjectKey("main/uploads/" + upload + "/source");
            String begun = service.origin().createMultipart(key, "application/octet-stream");
            return new Unrecorded(
                    key, begun, service.origin().putPart(key, begun, 1, new ByteArrayInputStream(new byte[9]), 9));
        }

        void assertGone() {
            assertThatThrownBy(() -> service.origin().completeMultipart(key, multipartId, List.of(part)))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            failure -> assertThat(failure.code()).isEqualTo(KitErrorCode.NOT_FOUND));
        }
    }

    @Test
    void sizeQuotaAndNumberAreLimited() {
        TusTestClient root = TestCallers.tus(service, "main", "root");

        assertCode(root.post(21 * MEBIBYTE, Map.of(), Map.of(), new byte[0]), 413, "too_large");
        UUID first = root.create(20 * MEBIBYTE, Map.of());
        assertCode(root.post(11 * MEBIBYTE, Map.of(), Map.of(), new byte[0]), 413, "quota_exceeded");
        assertThat(root.delete(first).statusCode()).isEqualTo(204);
        root.create(11 * MEBIBYTE, Map.of());
        for (int at = 0; at < 3; at++) {
            root.create(MEBIBYTE, Map.of());
        }
        assertCode(root.post(MEBIBYTE, Map.of(), Map.of(), new byte[0]), 429, "too_many_uploads");
    }

    @Test
    void finishedVideosCountToo() {
        TusTestClient alice = TestCallers.tus(service, "second", "alice");
        byte[] film = TestFilm.of(20 * MEBIBYTE, 3);
        UUID id = alice.create(film.length, Map.of());
        assertThat(alice.patch(id, 0, film).statusCode()).isEqualTo(204);

        assertCode(alice.post(11 * MEBIBYTE, Map.of(), Map.of(), new byte[0]), 413, "quota_exceeded");
    }

    private static void assertCode(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static int rows(UUID id) {
        return service.jdbc()
                .sql("select count(*) from upload_session where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
