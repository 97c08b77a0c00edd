package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.RequestTranscodeRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.transcode.v1.TranscodeCompleted;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.transcode.v1.TranscodeFailed;
import dev.vireo.contracts.transcode.v1.TranscodeStarted;
import dev.vireo.contracts.transcode.v1.VideoPlayable;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.Ids;
import dev.vireo.kit.ShortUuid;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.Eventually;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CatalogIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient tus = TestCallers.tus(service, "main", "alice");
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
    private final GrpcTestClient root = TestCallers.grpc(service, "main", "root");
    private final GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
    private final GrpcTestClient neighbour = TestCallers.grpc(service, "second", "root");
    private final TestTopic transcode = new TestTopic(RealServers.kafka().bootstrapServers(), "transcode.v1");
    private final TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");

    @Test
    void aVideoGoesFromUploadedOverPlayableToPublished() throws InvalidProtocolBufferException {
        UUID id = upload(Map.of("name", "The way"));
        assertThat(get(alice, id).getState()).isEqualTo(VideoState.VIDEO_STATE_UPLOADED);
        assertThat(visible(anyone, id)).isFalse();

        tell(id, started(1));
        tell(id, playable(1));
        Eventually.holds("it is playable", () -> get(alice, id).getPlayable());
        assertThat(get(anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PLAYABLE);
        assertThat(get(anyone, id).getDuration().getSeconds()).isEqualTo(60);

        tell(id, completed(1));
        published(id);
        Video video = get(anyone, id);
        assertThat(video.getPackaged().getMultivariantPlaylist()).isEqualTo("master.m3u8");
        assertThat(video.hasPublishedAt()).isTrue();
        assertThat(video.getAspectRatio()).isEqualTo(1.5);
        assertThat(events(id))
                .containsExactly(EventCase.UPLOADED, EventCase.UPDATED, EventCase.UPDATED, EventCase.PUBLISHED);
        assertThat(anyone.catalog()
                        .getVideo(GetVideoRequest.newBuilder()
                                .setId(ShortUuid.encode(id))
                                .build())
                        .getMayEdit())
                .isFalse();
    }

    @Test
    void factsThatComeTwiceLateOrForNothingChangeNothing() throws InvalidProtocolBufferException {
        UUID id = upload(Map.of());
        UUID eventId = Ids.newId();
        transcode.send(id.toString(), eventId, event(id, completed(1)));
        transcode.send(id.toString(), eventId, event(id, completed(1)));
        tell(id, playable(1));
        tell(id, failed(1));
        tell(id, completed(7));
        transcode.send(id.toString(), Ids.newId(), event(UUID.randomUUID(), completed(1)));
        published(id);
        UUID marker = upload(Map.of());
        transcode.send(id.toString(), Ids.newId(), event(marker, completed(1)));
        published(marker);

        assertThat(get(anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PUBLISHED);
        assertThat(events(id)).containsExactly(EventCase.UPLOADED, EventCase.PUBLISHED);
    }

    @Test
    void afterAFailureTheOwnerMayTryAgain() throws InvalidProtocolBufferException {
        UUID id = upload(Map.of());
        assertThat(retry(alice, id)).isEqualTo(Status.Code.FAILED_PRECONDITION);
        tell(id, failed(1));
        Eventually.holds("it failed", () -> get(alice, id).getState() == VideoState.VIDEO_STATE_FAILED);
        assertThat(get(alice, id).getFailureReason()).isEqualTo("The film is broken.");
        assertThat(retry(bob, id)).isEqualTo(Status.Code.NOT_FOUND);

        assertThat(retry(alice, id)).isEqualTo(Status.Code.OK);

        assertThat(get(alice, id).getVersion()).isEqualTo(2);
        assertThat(get(alice, id).getFailureReason()).isEmpty();
        tell(id, completed(1));
        tell(id, completed(2));
        published(id);
        assertThat(retry(alice, id)).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(retry(root, id)).isEqualTo(Status.Code.OK);
        assertThat(get(anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PUBLISHED);
        assertThat(get(anyone, id).hasPackaged()).isTrue();
        assertThat(events(id)).contains(EventCase.TRANSCODE_REQUESTED);
    }

    @Test
    void privacyDecidesWhoSeesAVideo() {
        UUID id = upload(Map.of("privacy", "private"));
        tell(id, completed(1));
        published(id);
        assertThat(List.of(visible(alice, id), visible(root, id), visible(bob, id), visible(anyone, id)))
                .containsExactly(true, true, false, false);

        change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_INTERNAL));
        assertThat(List.of(visible(bob, id), visible(anyone, id))).containsExactly(true, false);

        change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_UNLISTED));
        assertThat(List.of(visible(bob, id), visible(anyone, id))).containsExactly(true, true);
        assertThat(listed(anyone, id)).isFalse();

        change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_PUBLIC));
        assertThat(listed(anyone, id)).isTrue();
        assertThat(visible(neighbour, id)).isFalse();
    }

    @Test
    void aStaleRevisionIsRefused() {
        UUID id = upload(Map.of());
        long revision = get(alice, id).getRevision();
        var rename = UpdateVideoRequest.newBuilder()
                .setId(id.toString())
                .setRevision(revision)
                .setName("First");
        alice.catalog().updateVideo(rename.build());

        assertThat(GrpcTestClient.statusOf(() ->
                        alice.catalog().updateVideo(rename.setName("Second").build())))
                .isEqualTo(Status.Code.ABORTED);
        assertThat(get(alice, id).getName()).isEqualTo("First");
    }

    @Test
    void aScheduledVideoBecomesPublicByItself() {
        Instant soon = Instant.now().plusSeconds(1);
        UUID id = upload(Map.of("privacy", "1", "publishAt", soon.toString()));
        tell(id, completed(1));
        assertThat(get(alice, id).getPrivacy()).isEqualTo(Privacy.PRIVACY_PRIVATE);

        Eventually.holds("it is public", () -> visible(anyone, id));

        assertThat(get(anyone, id).hasPublishAt()).isFalse();
        assertThat(GrpcTestClient.statusOf(() -> change(
                        id,
                        UpdateVideoRequest.newBuilder()
                                .setPublishAt(Timestamp.newBuilder().setSeconds(4_000_000_000L)))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void deletingRemovesTheSourceAndTellsThePrefixes() throws InvalidProtocolBufferException {
        UUID id = upload(Map.of());
        tell(id, completed(1));
        published(id);
        var request = DeleteVideoRequest.newBuilder().setId(id.toString()).build();
        assertThat(GrpcTestClient.statusOf(() -> bob.catalog().deleteVideo(request)))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(GrpcTestClient.statusOf(() -> neighbour.catalog().deleteVideo(request)))
                .isEqualTo(Status.Code.NOT_FOUND);

        alice.catalog().deleteVideo(request);

        assertThat(visible(alice, id)).isFalse();
        Eventually.holds(
                "the source is gone",
                () -> service.origin().list("main/uploads/" + id + "/", 5).isEmpty());
        assertThat(events(id)).endsWith(EventCase.DELETED);
        VideoEvent last =
                VideoEvent.parseFrom(videos.withKey(id.toString()).getLast().value());
        assertThat(last.getDeleted().getKeyPrefixesList()).containsExactly("main/" + id + "/");
    }

    @Test
    void ofAnotherInstanceNothingIsFound() {
        UUID id = upload(Map.of());
        tell(id, completed(1));
        published(id);
        String video = id.toString();
        var catalog = neighbour.catalog();

        assertThat(List.of(
                        GrpcTestClient.statusOf(() -> catalog.getVideo(
                                GetVideoRequest.newBuilder().setId(video).build())),
                        GrpcTestClient.statusOf(() -> catalog.updateVideo(UpdateVideoRequest.newBuilder()
                                .setId(video)
                                .setName("Mine now")
                                .build())),
                        GrpcTestClient.statusOf(() -> catalog.deleteVideo(
                                DeleteVideoRequest.newBuilder().setId(video).build())),
                        GrpcTestClient.statusOf(() -> catalog.requestTranscode(RequestTranscodeRequest.newBuilder()
                                .setId(video)
                                .build())),
                        GrpcTestClient.statusOf(() -> catalog.listVideos(ListVideosRequest.newBuilder()
                                .setChannelName(get(alice, id).getChannel().getName() + "x")
                                .build()))))
                .containsOnly(Status.Code.NOT_FOUND);
        assertThat(catalog.listVideos(
                                ListVideosRequest.newBuilder().setOwn(true).build())
                        .getTotal())
                .isZero();
    }

    private UUID upload(Map<String, String> metadata) {
        byte[] film = TestFilm.of(5_000, 1);
        UUID id = tus.create(film.length, metadata);
        assertThat(tus.patch(id, 0, film).statusCode()).isEqualTo(204);
        return id;
    }

    private void published(UUID id) {
        Eventually.holds("it is published", () -> get(alice, id).getState() == VideoState.VIDEO_STATE_PUBLISHED);
    }

    private void tell(UUID id, TranscodeEvent.Builder fact) {
        transcode.send(id.toString(), Ids.newId(), event(id, fact));
    }

    private static byte[] event(UUID id, TranscodeEvent.Builder fact) {
        return fact.setInstanceId("main").setVideoId(id.toString()).build().toByteArray();
    }

    private static TranscodeEvent.Builder started(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setStarted(TranscodeStarted.newBuilder()
                        .setDuration(Duration.newBuilder().setSeconds(60))
                        .setAspectRatio(1.5));
    }

    private static TranscodeEvent.Builder playable(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setPlayable(VideoPlayable.newBuilder()
                        .setDuration(Duration.newBuilder().setSeconds(60)));
    }

    private static TranscodeEvent.Builder completed(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setCompleted(TranscodeCompleted.newBuilder()
                        .setPackaged(PackagedVideo.newBuilder()
                                .setVersion(version)
                                .setDuration(Duration.newBuilder().setSeconds(60))
                                .setAspectRatio(1.5)
                                .setMultivariantPlaylist("master.m3u8")));
    }

    private static TranscodeEvent.Builder failed(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setFailed(TranscodeFailed.newBuilder().setCode("x").setReason("The film is broken."));
    }

    private List<EventCase> events(UUID id) throws InvalidProtocolBufferException {
        Eventually.holds(
                "the outbox is empty",
                () -> service.jdbc()
                                .sql("select count(*) from event_outbox where key = ?")
                                .param(id.toString())
                                .query(Integer.class)
                                .single()
                        == 0);
        List<EventCase> cases = new java.util.ArrayList<>();
        for (var found : videos.withKey(id.toString())) {
            cases.add(VideoEvent.parseFrom(found.value()).getEventCase());
        }
        return cases;
    }

    private static Video get(GrpcTestClient caller, UUID id) {
        return caller.catalog()
                .getVideo(GetVideoRequest.newBuilder().setId(id.toString()).build())
                .getVideo();
    }

    private static boolean visible(GrpcTestClient caller, UUID id) {
        return GrpcTestClient.statusOf(() -> get(caller, id)) == Status.Code.OK;
    }

    private boolean listed(GrpcTestClient caller, UUID id) {
        String channel = get(alice, id).getChannel().getName();
        return caller
                .catalog()
                .listVideos(ListVideosRequest.newBuilder()
                        .setChannelName(channel)
                        .setCount(100)
                        .build())
                .getVideosList()
                .stream()
                .anyMatch(video -> video.getId().equals(id.toString()));
    }

    private void change(UUID id, UpdateVideoRequest.Builder change) {
        Video changed =
                alice.catalog().updateVideo(change.setId(id.toString()).build()).getVideo();
        assertThat(changed.getId()).isEqualTo(id.toString());
    }

    private static Status.Code retry(GrpcTestClient caller, UUID id) {
        return GrpcTestClient.statusOf(() -> caller.catalog()
                .requestTranscode(RequestTranscodeRequest.newBuilder()
                        .setId(id.toString())
                        .build()));
    }
}
