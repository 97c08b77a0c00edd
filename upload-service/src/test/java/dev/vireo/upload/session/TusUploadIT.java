package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class TusUploadIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient alice = TestCallers.tus(service, "main", "alice");
    private final TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");

    @Test
    void anUploadInOneRequestBecomesAVideo() throws Exception {
        byte[] film = TestFilm.of(12_000_000, 1);
        UUID id = alice.create(film.length, Map.of("filename", "holiday.mp4", "name", "Our holiday"));

        HttpResponse<String> last = alice.patch(id, 0, film);

        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(last.headers().firstValue("Upload-Offset")).contains("12000000");
        assertThat(last.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
        assertThat(last.headers().firstValue("Vireo-Video-Short-Id")).contains(ShortUuid.encode(id));
        assertStored(id, film);
        VideoEvent event = VideoEvent.parseFrom(onlyEvent(id).value());
        assertThat(event.getUploaded().getSourceKey()).isEqualTo("main/uploads/" + id + "/source");
        assertThat(event.getUploaded().getVideo().getName()).isEqualTo("Our holiday");
        assertThat(event.getUploaded().getVideo().getVersion()).isEqualTo(1);
        assertThat(event.getUploaded().getVideo().getSourceSha256().toByteArray())
                .isEqualTo(TestFilm.digest("SHA-256", film));
        assertThat(event.getUploaded().getOwnerSubject()).isNotEmpty();
    }

    @Test
    void smallRequestsMakeDurableProgressOverPartBorders() throws IOException {
        byte[] film = TestFilm.of(11_000_003, 2);
        UUID id = alice.create(film.length, Map.of("filename", "small.mp4"));
        int step = 150_000;
        for (int at = 0; at < film.length; at += step) {
            int end = Math.min(film.length, at + step);
            assertThat(alice.patch(id, at, TestFilm.slice(film, at, end)).statusCode())
                    .isEqualTo(204);
        }
        assertStored(id, film);
        assertThat(service.origin().list("main/uploads/" + id + "/", 10))
                .containsExactly(new ObjectKey("main/uploads/" + id + "/source"));
    }

    @Test
    void aBodyOfUnknownLengthIsTakenInSlices() throws IOException {
        byte[] film = TestFilm.of(7_300_001, 3);
        UUID id = alice.create(film.length, Map.of("filename", "chunked.mp4"));

        HttpResponse<String> answer =
                alice.patch(id, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(film)), Map.of());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertStored(id, film);
    }

    @Test
    void bytesMayComeWithTheCreation() throws IOException {
        byte[] film = TestFilm.of(40_000, 4);

        HttpResponse<String> all = alice.post(film.length, Map.of("filename", "a.mp4"), Map.of(), film);
        HttpResponse<String> some =
                alice.post(film.length, Map.of("filename", "a.mp4"), Map.of(), TestFilm.slice(film, 0, 10_000));

        assertThat(all.statusCode()).isEqualTo(201);
        assertThat(all.headers().firstValue("Vireo-Video-Id"))
                .contains(TusTestClient.idOf(all).toString());
        assertStored(TusTestClient.idOf(all), film);
        assertThat(some.statusCode()).isEqualTo(201);
        assertThat(some.headers().firstValue("Upload-Offset")).contains("10000");
    }

    @Test
    void aOneByteFileIsNoVideoAndLeavesNothing() {
        UUID id = alice.create(1, Map.of("filename", "a.mp4"));

        assertThat(alice.patch(id, 0, new byte[] {1}).statusCode()).isEqualTo(422);

        assertGone(id);
    }

    @Test
    void whatIsNoVideoIsRefusedAfterItsFirstPart() {
        byte[] text = new byte[20_000_000];
        byte[] playlist = "#EXTM3U\nfile:///etc/passwd\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(playlist, 0, text, 0, playlist.length);
        UUID id = alice.create(text.length, Map.of("filename", "film.mp4"));

        HttpResponse<String> answer = alice.patch(id, 0, text);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"not_a_video\"");
        assertGone(id);
    }

    @Test
    void aRepeatedLastRequestMakesNoSecondVideo() {
        byte[] film = TestFilm.of(30_000, 5);
        UUID id = alice.create(film.length, Map.of("filename", "twice.mp4"));
        alice.patch(id, 0, film);

        assertThat(alice.patch(id, 0, film).statusCode()).isEqualTo(409);
        HttpResponse<String> empty = alice.patch(id, film.length, new byte[0]);
        HttpResponse<String> head = alice.head(id);

        assertThat(empty.statusCode()).isEqualTo(204);
        assertThat(empty.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
        assertThat(head.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
        assertThat(alice.delete(id).statusCode()).isEqualTo(409);
        onlyEvent(id);
    }

    @Test
    void manyWhoFinishAtOnceMakeOneVideo() throws Exception {
        byte[] film = TestFilm.of(6_000_000, 6);
        UUID id = alice.create(film.length, Map.of("filename", "race.mp4"));
        alice.patch(id, 0, TestFilm.slice(film, 0, 5_999_999));
        byte[] last = TestFilm.slice(film, 5_999_999, 6_000_000);
        TusTestClient elsewhere = TestCallers.tus(RunningUploadService.replica(), "main", "alice");
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = List.of(
                    () -> alice.patch(id, 5_999_999, last).statusCode(),
                    () -> elsewhere.patch(id, 5_999_999, last).statusCode(),
                    () -> alice.head(id).statusCode(),
                    () -> elsewhere.head(id).statusCode());
            for (Future<Integer> answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 204, 409, 423);
            }
            Eventually.holds(
                    "the upload is complete",
                    () -> elsewhere
                            .head(id)
                            .headers()
                            .firstValue("Vireo-Video-Id")
                            .isPresent());
        }
        assertStored(id, film);
        onlyEvent(id);
    }

    @Test
    void aCrashBetweenStoreAndDatabaseIsRepairedByTheNextRequest() throws IOException {
        byte[] film = TestFilm.of(5_500_000, 7);
        UUID id = joinedButNotRecorded(film, "request.mp4");

        HttpResponse<String> head = alice.head(id);

        assertThat(head.headers().firstValue("Vireo-Video-Id")).contains(id.toString());
        assertStored(id, film);
        onlyEvent(id);
    }

    @Test
    void aCrashBetweenStoreAndDatabaseIsRepairedByTheSweeper() {
        byte[] film = TestFilm.of(5_500_000, 8);
        UUID id = joinedButNotRecorded(film, "sweeper.mp4");

        Eventually.holds("the sweeper finished it", () -> count("video", id) == 1);

        onlyEvent(id);
    }

    /** The store joins the parts, and then the transaction that makes the video fails. */
    private UUID joinedButNotRecorded(byte[] film, String filename) {
        UUID id = alice.create(film.length, Map.of("filename", filename));
        String name = "refuse_" + id.toString().replace("-", "");
        service.jdbc()
                .sql("create function " + name + "() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'the crash'; end $$")
                .update();
        service.jdbc()
                .sql("create trigger " + name + " before insert on video for each row when (new.source_filename = '"
                        + filename + "') execute function " + name + "()")
                .update();
        assertThat(alice.patch(id, 0, film).statusCode()).isEqualTo(500);
        assertThat(service.origin().stat(new ObjectKey("main/uploads/" + id + "/source")))
                .isPresent();
        assertThat(count("video", id)).isZero();
        service.jdbc().sql("drop trigger " + name + " on video").update();
        return id;
    }

    private ConsumerRecord<String, byte[]> onlyEvent(UUID id) {
        Eventually.holds(
                "the outbox is empty",
                () -> service.jdbc()
                                .sql("select count(*) from event_outbox where key = ?")
                                .param(id.toString())
                                .query(Integer.class)
                                .single()
                        == 0);
        List<ConsumerRecord<String, byte[]>> events = videos.withKey(id.toString());
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private void assertStored(UUID id, byte[] film) throws IOException {
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

    private void assertGone(UUID id) {
        assertThat(alice.head(id).statusCode()).isEqualTo(404);
        assertThat(count("upload_session", id)).isZero();
        assertThat(count("video", id)).isZero();
        assertThat(service.origin().list("main/uploads/" + id + "/", 10)).isEmpty();
    }

    private int count(String table, UUID id) {
        return service.jdbc()
                .sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
