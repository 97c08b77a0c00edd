package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.SlowBody;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TusTestClient;
import dev.vireo.upload.UploadServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class TusResumeIT {
    private static final int PART = 5 << 20;

    private final RunningUploadService service = RunningUploadService.shared();
    private final String token = TestCallers.token("main", "alice");
    private final TusTestClient alice = TestCallers.tus(service, "main", "alice");
    private final byte[] film = TestFilm.of(4 * PART, 11);

    @Test
    void afterADroppedConnectionAtMostOnePartIsSentAgain() throws IOException {
        UUID id = alice.create(film.length, Map.of("filename", "dropped.mp4"));
        int sent = 2 * PART + 3_000_000;
        try (SlowBody body = new SlowBody(service.httpPort(), "main", token, id, 0, film.length)) {
            body.send(TestFilm.slice(film, 0, sent));
            Eventually.holds("two parts are durable", () -> alice.offset(id) == 2L * PART);
        }

        long offset = alice.offset(id);
        assertThat(sent - offset).isLessThanOrEqualTo(PART);
        assertThat(alice.patch(id, offset, TestFilm.slice(film, offset, film.length))
                        .statusCode())
                .isEqualTo(204);
        assertStored(id);
    }

    @Test
    void aClientWhoseConnectionsAreAllTooShortForAPartGetsOnAfterTheFirst() throws IOException {
        byte[] small = TestFilm.of(PART + 2_000_000, 12);
        int perConnection = 2_500_000;
        UUID id = alice.create(small.length, Map.of("filename", "short.mp4"));
        try (SlowBody first = new SlowBody(service.httpPort(), "main", token, id, 0, small.length)) {
            first.send(TestFilm.slice(small, 0, perConnection));
        }
        Eventually.holds("the first has begun", () -> brokenOff(id));
        for (long offset = alice.offset(id); offset < small.length; offset = alice.offset(id)) {
            long from = offset;
            try (SlowBody next = new SlowBody(service.httpPort(), "main", token, id, from, small.length - from)) {
                next.send(TestFilm.slice(small, from, Math.min(small.length, from + perConnection)));
                Eventually.holds("some of it is durable", () -> alice.offset(id) > from);
            }
        }
        assertThat(alice.offset(id)).isEqualTo(small.length);
    }

    @Test
    void aNewerRequestTakesOverFromOneThatHangs() throws IOException {
        UUID id = alice.create(film.length, Map.of("filename", "takeover.mp4"));
        try (SlowBody hanging = new SlowBody(service.httpPort(), "main", token, id, 0, film.length)) {
            hanging.send(TestFilm.slice(film, 0, PART + 100_000));
            Eventually.holds("a part is durable", () -> alice.offset(id) == PART);

            assertThat(alice.patch(id, PART, TestFilm.slice(film, PART, 3L * PART))
                            .statusCode())
                    .isEqualTo(204);
            hanging.send(TestFilm.slice(film, PART + 100_000, 3L * PART));

            assertThat(hanging.statusLine()).isEqualTo("HTTP/1.1 423");
        }
        assertThat(alice.patch(id, 3L * PART, TestFilm.slice(film, 3L * PART, film.length))
                        .statusCode())
                .isEqualTo(204);
        assertStored(id);
    }

    @Test
    void aRequestThatRunsElsewhereIsFencedToo() throws IOException {
        UUID id = alice.create(film.length, Map.of("filename", "elsewhere.mp4"));
        int elsewhere = RunningUploadService.replica().httpPort();
        try (SlowBody hanging = new SlowBody(elsewhere, "main", token, id, 0, film.length)) {
            hanging.send(TestFilm.slice(film, 0, PART + 100_000));
            Eventually.holds("a part is durable", () -> alice.offset(id) == PART);

            assertThat(alice.patch(id, PART, TestFilm.slice(film, PART, 2L * PART))
                            .statusCode())
                    .isEqualTo(204);
            byte[] nonsense = new byte[3 * PART - 100_000];
            hanging.send(nonsense);

            assertThat(hanging.statusLine()).isEqualTo("HTTP/1.1 423");
        }
        assertThat(alice.offset(id)).isEqualTo(2L * PART);
        alice.patch(id, 2L * PART, TestFilm.slice(film, 2L * PART, film.length));
        assertStored(id);
    }

    @Test
    void anUploadThatIsGivenUpWhileBytesComeLeavesNothing() {
        UUID id = alice.create(film.length, Map.of("filename", "given-up.mp4"));
        try (SlowBody running = new SlowBody(service.httpPort(), "main", token, id, 0, film.length)) {
            running.send(TestFilm.slice(film, 0, PART + 10));
            Eventually.holds("a part is durable", () -> alice.offset(id) == PART);

            assertThat(alice.delete(id).statusCode()).isEqualTo(204);
            running.send(TestFilm.slice(film, PART + 10, film.length));

            assertThat(running.statusLine()).isEqualTo("HTTP/1.1 423");
        }
        assertThat(alice.head(id).statusCode()).isEqualTo(404);
        assertThat(service.origin().list("main/uploads/" + id + "/", 10)).isEmpty();
    }

    @Test
    void afterAKillAtMostOnePartIsSentAgain() throws IOException {
        UUID id;
        int sent = 2 * PART + 4_000_000;
        try (UploadServiceProcess process =
                UploadServiceProcess.start(service.settings(), "-Xmx160m", "-XX:TieredStopAtLevel=1")) {
            TusTestClient there = new TusTestClient(process.httpPort(), "main", token);
            id = there.create(film.length, Map.of("filename", "killed.mp4"));
            SlowBody body = new SlowBody(process.httpPort(), "main", token, id, 0, film.length);
            body.send(TestFilm.slice(film, 0, sent));
            UUID upload = id;
            Eventually.holds("two parts are durable", () -> there.offset(upload) == 2L * PART);

            process.kill();

            body.close();
        }
        long offset = alice.offset(id);
        assertThat(sent - offset).isLessThanOrEqualTo(PART);
        alice.patch(id, offset, TestFilm.slice(film, offset, film.length));
        assertStored(id);
    }

    @Test
    void twentyUploadsAtOnceGrowTheProcessByLittleAndAStopIsQuick() throws Exception {
        byte[] small = TestFilm.of(12 << 20, 12);
        Map<String, String> twoPartsAtOnce = new HashMap<>(service.settings());
        twoPartsAtOnce.put("vireo.upload.part-size", "10MB");
        try (UploadServiceProcess process =
                        UploadServiceProcess.start(twoPartsAtOnce, "-Xmx160m", "-XX:TieredStopAtLevel=1");
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            TusTestClient there = new TusTestClient(process.httpPort(), "main", token);
            upload(there, small);
            long before = process.residentKib();
            List<Future<?>> uploads = new ArrayList<>();
            for (int at = 0; at < 20; at++) {
                uploads.add(pool.submit(() -> upload(there, small)));
            }
            for (Future<?> upload : uploads) {
                upload.get();
            }
            long grown = process.residentKib() - before;

            System.out.println("Resident memory grew by " + grown + " KiB in 20 uploads at once");
            assertThat(grown).isLessThanOrEqualTo(64 << 10);
            assertThat(process.stop()).isLessThan(25_000);
        }
    }

    private boolean brokenOff(UUID id) {
        return service.jdbc()
                .sql("select broken_off from upload_session where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static void upload(TusTestClient client, byte[] bytes) {
        UUID id = client.create(bytes.length, Map.of("filename", "parallel.mp4"));
        assertThat(client.patch(id, 0, bytes).statusCode()).isEqualTo(204);
    }

    private void assertStored(UUID id) throws IOException {
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
