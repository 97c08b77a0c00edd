package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TusProtocolIT {
    private static final String PATH = "/api/v1/uploads";

    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient alice = TestCallers.tus(service, "main", "alice");
    private final TusTestClient bob = TestCallers.tus(service, "main", "bob");
    private final byte[] film = TestFilm.of(20_000, 1);

    @Test
    void optionsTellWhatIsOffered() {
        HttpResponse<String> answer =
                alice.send("OPTIONS", PATH, Map.of("Tus-Resumable", "", "Authorization", ""), BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Extension"))
                .contains("creation,creation-with-upload,checksum,termination,expiration");
        assertThat(answer.headers().firstValue("Tus-Max-Size")).isPresent();
        assertThat(answer.headers().firstValue("Tus-Checksum-Algorithm")).contains("sha1,sha256");
    }

    @Test
    void everyAnswerNamesTheVersionAndIsNotCached() {
        UUID id = alice.create(film.length, Map.of());
        for (HttpResponse<String> answer : java.util.List.of(
                alice.head(id), alice.patch(id, 5, film), alice.head(UUID.randomUUID()), alice.patch(id, 0, film))) {
            assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void anotherVersionIsRefused() {
        HttpResponse<String> answer = alice.send(
                "POST", PATH, Map.of("Tus-Resumable", "0.2.2", "Upload-Length", "5"), BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(alice.send("POST", PATH, Map.of("Tus-Resumable", ""), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void theAnswerToACreationTellsWhereAndUntilWhen() {
        HttpResponse<String> answer =
                alice.post(7, Map.of(), Map.of("Vireo-Public-Url", "https://videos.example.org/"), new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("https://videos.example.org/api/v1/uploads/");
        assertThat(answer.headers().firstValue("Upload-Expires").orElseThrow()).endsWith(" GMT");
        assertThat(answer.headers().firstValue("Upload-Offset")).contains("0");
    }

    @Test
    void theMethodMayComeInAHeader() {
        UUID id = alice.create(film.length, Map.of());
        Map<String, String> headers = Map.of(
                "X-HTTP-Method-Override", "PATCH",
                "Upload-Offset", "0",
                "Content-Type", "application/offset+octet-stream");

        HttpResponse<String> answer = alice.send("POST", PATH + "/" + id, headers, BodyPublishers.ofByteArray(film));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Vireo-Video-Id")).isPresent();
    }

    @Test
    void headTellsLengthAndOffset() {
        UUID id = alice.create(film.length, Map.of());
        alice.patch(id, 0, TestFilm.slice(film, 0, 5_000));

        HttpResponse<String> head = alice.head(id);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Upload-Offset")).contains("5000");
        assertThat(head.headers().firstValue("Upload-Length")).contains("20000");
        assertThat(head.headers().firstValue("Upload-Expires")).isPresent();
    }

    @Test
    void wrongRequestsGetTheStatusOfTheProtocol() {
        UUID id = alice.create(film.length, Map.of());
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(alice.patch(id, 1, film).statusCode()).isEqualTo(409);
        assertThat(alice.patch(id, 0, BodyPublishers.ofByteArray(film), json).statusCode())
                .isEqualTo(415);
        assertThat(alice.patch(id, 0, BodyPublishers.ofByteArray(film), Map.of("Upload-Offset", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(alice.patch(id, 0, new byte[20_001]).statusCode()).isEqualTo(413);
        assertThat(alice.head(UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(alice.send("HEAD", PATH + "/not-an-id", Map.of(), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(alice.send("GET", PATH + "/" + id, Map.of(), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);
        assertThat(alice.offset(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'',400", "0,400", "-1,400", "1.5,400", "99999999999999999999,400", "50000000000,413"})
    void aLengthMustBePossible(String length, int status) {
        HttpResponse<String> answer = alice.send(
                "POST", PATH, length.isEmpty() ? Map.of() : Map.of("Upload-Length", length), BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aDeferredLengthIsNotOffered() {
        assertThat(alice.post(5, Map.of(), Map.of("Upload-Defer-Length", "1"), new byte[0])
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "privacy,secret",
        "nsfw,maybe",
        "licence,8",
        "category,19",
        "category,one",
        "language,!",
        "publishAt,tomorrow",
        "channelId,mine",
        "channelId,00000000-0000-7000-8000-000000000000",
        "tags,'a,b'",
        "tags,'[\"one\",2'",
        "name,ab"
    })
    void aBadMetadataValueIsRefusedByName(String key, String value) {
        HttpResponse<String> answer = alice.post(5, Map.of(key, value), Map.of(), new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"" + key + ":");
    }

    @Test
    void rightChecksumsAreTaken() {
        UUID id = alice.create(film.length, Map.of());
        byte[] first = TestFilm.slice(film, 0, 9_000);
        byte[] rest = TestFilm.slice(film, 9_000, film.length);

        assertThat(alice.patch(id, 0, BodyPublishers.ofByteArray(first), checksum("sha1", "SHA-1", first))
                        .statusCode())
                .isEqualTo(204);
        assertThat(alice.patch(id, 9_000, BodyPublishers.ofByteArray(rest), checksum("sha256", "SHA-256", rest))
                        .headers()
                        .firstValue("Vireo-Video-Id"))
                .isPresent();
    }

    @Test
    void ofAWrongChecksumNothingIsKept() {
        byte[] large = TestFilm.of(12_000_000, 9);
        UUID id = alice.create(large.length, Map.of());
        byte[] first = TestFilm.slice(large, 0, 11_000_000);

        HttpResponse<String> wrong =
                alice.patch(id, 0, BodyPublishers.ofByteArray(first), checksum("sha1", "SHA-1", large));

        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(alice.offset(id)).isZero();
        assertThat(alice.patch(id, 0, large).statusCode()).isEqualTo(204);
        byte[] sha256 = service.jdbc()
                .sql("select source_sha256 from video where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(sha256).isEqualTo(TestFilm.digest("SHA-256", large));
    }

    @ParameterizedTest
    @CsvSource({"md5 1B2M2Y8AsgTpgAmY7PhCfg==", "sha1", "sha1 xyz", "sha256 2jmj7l5rSw0yVb/vlWAYkK/YBwk="})
    void aChecksumMustBeReadable(String checksum) {
        UUID id = alice.create(film.length, Map.of());
        assertThat(alice.patch(id, 0, BodyPublishers.ofByteArray(film), Map.of("Upload-Checksum", checksum))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUploadCanBeGivenUp() {
        UUID id = alice.create(9_000_000, Map.of());
        alice.patch(id, 0, TestFilm.of(6_000_000, 3));

        assertThat(alice.delete(id).statusCode()).isEqualTo(204);

        assertThat(alice.head(id).statusCode()).isEqualTo(404);
        assertThat(alice.delete(id).statusCode()).isEqualTo(404);
        assertThat(service.origin().list("main/uploads/" + id + "/", 10)).isEmpty();
    }

    @Test
    void nobodyElseFindsTheUpload() {
        UUID id = alice.create(film.length, Map.of());
        TusTestClient neighbour = TestCallers.tus(service, "second", "alice");
        TusTestClient root = TestCallers.tus(service, "main", "root");

        for (TusTestClient other : new TusTestClient[] {bob, neighbour, root}) {
            assertThat(other.head(id).statusCode()).isEqualTo(404);
            assertThat(other.patch(id, 0, film).statusCode()).isEqualTo(404);
            assertThat(other.delete(id).statusCode()).isEqualTo(404);
        }
        assertThat(alice.offset(id)).isZero();
    }

    @Test
    void aTokenMustBeOfTheInstance() {
        String token = TestCallers.token("main", "alice");
        Map<String, String> anonymous = new HashMap<>(Map.of("Upload-Length", "5", "Authorization", ""));

        assertThat(alice.send("POST", PATH, anonymous, BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        assertThat(new TusTestClient(service.httpPort(), "second", token)
                        .post(5, Map.of(), Map.of(), new byte[0])
                        .statusCode())
                .isEqualTo(401);
        assertThat(new TusTestClient(service.httpPort(), "main", token.substring(0, token.length() - 8))
                        .post(5, Map.of(), Map.of(), new byte[0])
                        .statusCode())
                .isEqualTo(401);
        assertThat(new TusTestClient(service.httpPort(), "nowhere", token)
                        .post(5, Map.of(), Map.of(), new byte[0])
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> checksum(String name, String algorithm, byte[] bytes) {
        return Map.of(
                "Upload-Checksum", name + " " + Base64.getEncoder().encodeToString(TestFilm.digest(algorithm, bytes)));
    }
}
