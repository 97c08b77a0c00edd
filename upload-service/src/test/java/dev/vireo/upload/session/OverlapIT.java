package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.HeldStore;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.SlowBody;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import dev.vireo.upload.UploadServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A part streams while the store is still busy with the one before. */
final class OverlapIT {
    private static final int PART = 5 << 20;

    /** What a client sends again at most. */
    private static final int WINDOW = 2 * PART;

    private static final HeldStore STORE = new HeldStore(RealServers.origin().endpoint());
    private static final RunningUploadService SERVICE = RunningUploadService.start(
            Map.of("vireo.upload.part-size", "10MB", "vireo.origin.endpoint", STORE.endpoint()));

    private final String token = TestCallers.token("main", "alice");
    private final TusTestClient alice = TestCallers.tus(SERVICE, "main", "alice");
    private final byte[] film = TestFilm.of(4 * PART, 41);
    private final UUID id = alice.create(film.length, Map.of("filename", "overlap.mp4"));

    @AfterAll
    static void stop() {
        SERVICE.close();
        STORE.close();
    }

    @Test
    void whatIsToldIsDurableAndInOrder() throws IOException {
        STORE.hold(1);
        try (SlowBody body = body(SERVICE.httpPort(), 2 * PART)) {
            Eventually.holds("the second part is in the store", () -> STORE.has(2));
            assertThat(alice.offset(id)).isZero();

            STORE.release(1);
            Eventually.holds("both are acknowledged", () -> alice.offset(id) == 2L * PART);

            body.send(TestFilm.slice(film, 2L * PART, film.length));
            assertThat(body.statusLine()).isEqualTo("HTTP/1.1 204");
        }
        assertStored();
    }

    @Test
    void aPartThatFailsEndsTheRequestAndTakesNothingDurableWithIt() throws IOException {
        STORE.hold(2);
        try (SlowBody body = body(SERVICE.httpPort(), 2 * PART + 1_000_000)) {
            Eventually.holds("the second part waits", () -> STORE.has(2) && alice.offset(id) == PART);

            STORE.lose(2);
            Eventually.holds("the request is over", () -> {
                body.send(new byte[100]);
                return body.answered();
            });
            assertThat(body.statusLine()).isEqualTo("HTTP/1.1 503");
        }
        assertThat(alice.offset(id)).isEqualTo(PART);
        finish();
    }

    @Test
    void aDropLosesOnlyThePartThatStreamed() throws IOException {
        STORE.hold(2);
        try (SlowBody body = body(SERVICE.httpPort(), 2 * PART + 3_000_000)) {
            Eventually.holds("the second part waits", () -> STORE.has(2) && alice.offset(id) == PART);
            assertThat(body.answered()).isFalse();
        }
        STORE.release(2);
        Eventually.holds("the second part is acknowledged", () -> alice.offset(id) == 2L * PART);
        finish();
    }

    @Test
    void afterAKillAtMostTheWindowIsSentAgain() throws IOException {
        int sent = 2 * PART + 4_000_000;
        STORE.hold(2);
        try (UploadServiceProcess process =
                UploadServiceProcess.start(SERVICE.settings(), "-Xmx160m", "-XX:TieredStopAtLevel=1")) {
            SlowBody body = body(process.httpPort(), sent);
            Eventually.holds("the second part waits", () -> STORE.has(2) && alice.offset(id) == PART);

            process.kill();

            body.close();
        }
        STORE.release(2);
        assertThat(sent - alice.offset(id)).isLessThanOrEqualTo(WINDOW);
        finish();
    }

    @Test
    void aPartThatComesHomeAfterATakeoverIsNotAcknowledged() throws IOException {
        STORE.hold(2);
        try (SlowBody hanging = body(SERVICE.httpPort(), 2 * PART + 100_000)) {
            Eventually.holds("the second part waits", () -> STORE.has(2) && alice.offset(id) == PART);

            assertThat(alice.patch(id, PART, TestFilm.slice(film, PART, 3L * PART))
                            .statusCode())
                    .isEqualTo(204);
            hanging.send(new byte[100]);
            STORE.release(2);

            assertThat(hanging.statusLine()).isEqualTo("HTTP/1.1 423");
        }
        assertThat(alice.offset(id)).isEqualTo(3L * PART);
        finish();
    }

    /** A request for the whole film of which {@code sent} bytes have come. */
    private SlowBody body(int port, int sent) {
        SlowBody body = new SlowBody(port, "main", token, id, 0, film.length);
        body.send(TestFilm.slice(film, 0, sent));
        return body;
    }

    private void finish() throws IOException {
        long offset = alice.offset(id);
        assertThat(alice.patch(id, offset, TestFilm.slice(film, offset, film.length))
                        .statusCode())
                .isEqualTo(204);
        assertStored();
    }

    private void assertStored() throws IOException {
        ObjectKey source = new ObjectKey("main/uploads/" + id + "/source");
        try (InputStream stored = SERVICE.origin().get(source)) {
            assertThat(stored.readAllBytes()).isEqualTo(film);
        }
        assertThat(SERVICE.origin().list("main/uploads/" + id + "/", 10)).containsExactly(source);
        byte[] sha256 = SERVICE.jdbc()
                .sql("select source_sha256 from video where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(sha256).isEqualTo(TestFilm.digest("SHA-256", film));
    }
}
