package dev.vireo.upload.caption;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.caption.v1.CaptionEvent;
import dev.vireo.contracts.caption.v1.Cue;
import dev.vireo.contracts.catalog.v1.DeleteCaptionRequest;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListCaptionsRequest;
import dev.vireo.contracts.catalog.v1.PutCaptionRequest;
import dev.vireo.contracts.video.v1.Caption;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CaptionIT {
    private static final String ENGLISH = "WEBVTT\n\n00:01.000 --> 00:02.500\nGood <i>morning</i>\n";
    private static final String OTHER = "1\n00:00:01,000 --> 00:00:02,500\nGood evening\n";

    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient tus = TestCallers.tus(service, "main", "alice");
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final GrpcTestClient root = TestCallers.grpc(service, "main", "root");
    private final TestTopic captions = new TestTopic(RealServers.kafka().bootstrapServers(), "caption.v1");
    private final TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");

    @Test
    void captionsAreKeptAsWebVttAndToldWithTheirVideo() throws IOException {
        UUID id = upload();
        Caption put = put(alice, ShortUuid.encode(id), "pt-br", ENGLISH);

        assertThat(put.getLanguage()).isEqualTo("pt-BR");
        assertThat(put.getFile()).matches("pt-BR-[0-9a-f]{16}\\.vtt");
        try (InputStream kept = service.origin().get(key(id, put))) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nGood <i>morning</i>\n");
        }
        assertThat(list(id)).containsExactly(put);
        assertThat(video(id).getCaptionsList()).containsExactly(put);
        assertThat(video(id).getRevision()).isEqualTo(2);
        VideoEvent told = VideoEvent.parseFrom(events(videos, id.toString()).getLast());
        assertThat(told.getUpdated().getVideo().getCaptionsList()).containsExactly(put);
        CaptionEvent words =
                CaptionEvent.parseFrom(events(captions, id + ":pt-BR").getLast());
        assertThat(words.getInstanceId()).isEqualTo("main");
        assertThat(words.getRevision()).isEqualTo(2);
        assertThat(words.getChanged().getCuesList())
                .containsExactly(Cue.newBuilder()
                        .setStartMs(1_000)
                        .setEndMs(2_500)
                        .setText("Good morning")
                        .build());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        UUID id = upload();
        Caption put = put(alice, id.toString(), "en", ENGLISH);

        assertThat(put(root, id.toString(), "EN", ENGLISH.replace("\n", "\r\n")))
                .isEqualTo(put);

        assertThat(video(id).getRevision()).isEqualTo(2);
        assertThat(events(captions, id + ":en")).hasSize(1);
    }

    @Test
    void replacedCaptionsLeaveTheOriginAndMayComeBack() {
        UUID id = upload();
        Caption first = put(alice, id.toString(), "en", ENGLISH);
        Caption second = put(alice, id.toString(), "en", OTHER);
        Eventually.holds("the first is gone", () -> !isThere(id, first));

        Caption third = put(alice, id.toString(), "en", ENGLISH);

        assertThat(third.getFile()).isEqualTo(first.getFile());
        Eventually.holds("the second is gone", () -> !isThere(id, second) && leftovers(id) == 0);
        assertThat(isThere(id, third)).isTrue();
        assertThat(list(id)).containsExactly(third);
        assertThat(events(captions, id + ":en")).hasSize(3);
    }

    @Test
    void manyWhoPutAtOnceLeaveOneOfThemWithItsObject() {
        UUID id = upload();
        List<CompletableFuture<Caption>> puts = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            String file = number % 3 == 0 ? ENGLISH : OTHER.replace("evening", "night " + number % 2);
            puts.add(CompletableFuture.supplyAsync(() -> put(alice, id.toString(), "en", file)));
        }
        puts.forEach(CompletableFuture::join);

        Eventually.holds("the others are gone", () -> objects(id) == 1);
        assertThat(list(id)).singleElement().matches(caption -> isThere(id, caption));
        assertThat(events(captions, id + ":en"))
                .extracting(event -> CaptionEvent.parseFrom(event).getRevision())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void deletedCaptionsAreGoneAndToldSo() throws InvalidProtocolBufferException {
        UUID id = upload();
        Caption put = put(alice, id.toString(), "en", ENGLISH);
        Caption german = put(alice, id.toString(), "de", OTHER);

        assertThat(statusOfDelete(alice, id, "en")).isEqualTo(Code.OK);

        assertThat(statusOfDelete(alice, id, "en")).isEqualTo(Code.NOT_FOUND);
        assertThat(list(id)).containsExactly(german);
        Eventually.holds("its object is gone", () -> !isThere(id, put));
        CaptionEvent last = CaptionEvent.parseFrom(events(captions, id + ":en").getLast());
        assertThat(last.hasDeleted()).isTrue();
        assertThat(last.getRevision()).isEqualTo(4);
    }

    @Test
    void captionsGoWithTheirVideo() throws InvalidProtocolBufferException {
        UUID id = upload();
        Caption english = put(alice, id.toString(), "en", ENGLISH);
        Caption german = put(alice, id.toString(), "de", OTHER);

        var unused = alice.catalog()
                .deleteVideo(
                        DeleteVideoRequest.newBuilder().setId(id.toString()).build());

        Eventually.holds("the objects are gone", () -> !isThere(id, english) && !isThere(id, german));
        for (String language : List.of("en", "de")) {
            CaptionEvent last =
                    CaptionEvent.parseFrom(events(captions, id + ":" + language).getLast());
            assertThat(last.hasDeleted()).isTrue();
            assertThat(last.getRevision()).isEqualTo(4);
        }
        assertThat(GrpcTestClient.statusOf(() -> put(alice, id.toString(), "en", ENGLISH)))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void onlyTheOwnerAndAdministratorsChangeThem() {
        UUID id = upload();
        GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
        GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
        GrpcTestClient neighbour = TestCallers.grpc(service, "second", "root");

        assertThat(GrpcTestClient.statusOf(() -> put(bob, id.toString(), "en", ENGLISH)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(GrpcTestClient.statusOf(() -> put(anyone, id.toString(), "en", ENGLISH)))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(GrpcTestClient.statusOf(() -> put(neighbour, id.toString(), "en", ENGLISH)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(objects(id)).isZero();
        Caption put = put(root, id.toString(), "en", ENGLISH);
        assertThat(statusOfDelete(bob, id, "en")).isEqualTo(Code.NOT_FOUND);
        assertThat(statusOfDelete(neighbour, id, "en")).isEqualTo(Code.NOT_FOUND);
        assertThat(statusOfDelete(anyone, id, "en")).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(GrpcTestClient.statusOf(() -> anyone.captions().listCaptions(all(id))))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(list(id)).containsExactly(put);
    }

    @Test
    void limitsAreNamed() {
        UUID id = upload();

        assertThat(sentenceOf(id, "no language", ENGLISH)).contains("language", "BCP 47");
        assertThat(sentenceOf(id, "", ENGLISH)).contains("language");
        assertThat(sentenceOf(id, "en", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "a\n".repeat(300_000)))
                .contains("captionfile", "512 KiB");
        assertThat(sentenceOf(id, "en", "hello")).contains("captionfile", "WebVTT or SubRip");
        for (int number = 0; number < 30; number++) {
            put(alice, id.toString(), "en-x-n" + number, ENGLISH);
        }
        assertThat(sentenceOf(id, "de", ENGLISH)).contains("30 languages");
        Caption replaced = put(alice, id.toString(), "en-x-n3", OTHER);
        assertThat(list(id)).hasSize(30).contains(replaced);
    }

    private String sentenceOf(UUID id, String language, String file) {
        try {
            return put(alice, id.toString(), language, file).toString();
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getStatus().getDescription());
        }
    }

    private static Caption put(GrpcTestClient caller, String id, String language, String file) {
        return caller.captions()
                .putCaption(PutCaptionRequest.newBuilder()
                        .setVideoId(id)
                        .setLanguage(language)
                        .setContent(ByteString.copyFromUtf8(file))
                        .build())
                .getCaption();
    }

    private static Code statusOfDelete(GrpcTestClient caller, UUID id, String language) {
        return GrpcTestClient.statusOf(() -> caller.captions()
                .deleteCaption(DeleteCaptionRequest.newBuilder()
                        .setVideoId(id.toString())
                        .setLanguage(language)
                        .build()));
    }

    private static ListCaptionsRequest all(UUID id) {
        return ListCaptionsRequest.newBuilder().setVideoId(id.toString()).build();
    }

    private List<Caption> list(UUID id) {
        return alice.captions().listCaptions(all(id)).getCaptionsList();
    }

    private Video video(UUID id) {
        return alice.catalog()
                .getVideo(GetVideoRequest.newBuilder().setId(id.toString()).build())
                .getVideo();
    }

    private UUID upload() {
        byte[] film = TestFilm.of(5_000, 1);
        UUID id = tus.create(film.length, Map.of("name", "With words"));
        assertThat(tus.patch(id, 0, film).statusCode()).isEqualTo(204);
        return id;
    }

    private static ObjectKey key(UUID id, Caption caption) {
        return new ObjectKey("main/" + id + "/captions/" + caption.getFile());
    }

    private boolean isThere(UUID id, Caption caption) {
        return service.origin().stat(key(id, caption)).isPresent();
    }

    private int objects(UUID id) {
        return service.origin().list("main/" + id + "/captions/", 100).size();
    }

    private int leftovers(UUID id) {
        return service.jdbc()
                .sql("select count(*)::int from caption_leftover where video_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** All that were told of it, once none waits any more. */
    private List<byte[]> events(TestTopic topic, String key) {
        Eventually.holds(
                "the outbox is empty",
                () -> service.jdbc()
                                .sql("select count(*)::int from event_outbox where key = ?")
                                .param(key)
                                .query(Integer.class)
                                .single()
                        == 0);
        return topic.withKey(key).stream().map(event -> event.value()).toList();
    }
}
