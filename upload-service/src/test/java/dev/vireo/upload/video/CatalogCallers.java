package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
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
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Callers of the catalogue, and what transcode-service says about videos. */
final class CatalogCallers {
    final RunningUploadService service = RunningUploadService.shared();
    final TusTestClient tus = TestCallers.tus(service, "main", "alice");
    final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    final GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
    final GrpcTestClient root = TestCallers.grpc(service, "main", "root");
    final GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
    final GrpcTestClient neighbour = TestCallers.grpc(service, "second", "root");
    final TestTopic transcode = new TestTopic(RealServers.kafka().bootstrapServers(), "transcode.v1");
    final TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");

    UUID upload(Map<String, String> metadata) {
        byte[] film = TestFilm.of(5_000, 1);
        UUID id = tus.create(film.length, metadata);
        assertThat(tus.patch(id, 0, film).statusCode()).isEqualTo(204);
        return id;
    }

    void published(UUID id) {
        Eventually.holds("it is published", () -> get(alice, id).getState() == VideoState.VIDEO_STATE_PUBLISHED);
    }

    void tell(UUID id, TranscodeEvent.Builder fact) {
        transcode.send(id.toString(), Ids.newId(), event(id, fact));
    }

    static byte[] event(UUID id, TranscodeEvent.Builder fact) {
        return fact.setInstanceId("main").setVideoId(id.toString()).build().toByteArray();
    }

    static TranscodeEvent.Builder started(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setStarted(TranscodeStarted.newBuilder()
                        .setDuration(Duration.newBuilder().setSeconds(60))
                        .setAspectRatio(1.5));
    }

    static TranscodeEvent.Builder playable(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setPlayable(VideoPlayable.newBuilder()
                        .setDuration(Duration.newBuilder().setSeconds(60)));
    }

    static TranscodeEvent.Builder completed(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setCompleted(TranscodeCompleted.newBuilder()
                        .setPackaged(PackagedVideo.newBuilder()
                                .setVersion(version)
                                .setDuration(Duration.newBuilder().setSeconds(60))
                                .setAspectRatio(1.5)
                                .setMultivariantPlaylist("master.m3u8")));
    }

    static TranscodeEvent.Builder failed(int version) {
        return TranscodeEvent.newBuilder()
                .setVersion(version)
                .setFailed(TranscodeFailed.newBuilder().setCode("x").setReason("The film is broken."));
    }

    List<EventCase> events(UUID id) throws InvalidProtocolBufferException {
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

    static Video get(GrpcTestClient caller, UUID id) {
        return caller.catalog()
                .getVideo(GetVideoRequest.newBuilder().setId(id.toString()).build())
                .getVideo();
    }

    static boolean visible(GrpcTestClient caller, UUID id) {
        return GrpcTestClient.statusOf(() -> get(caller, id)) == Status.Code.OK;
    }

    boolean listed(GrpcTestClient caller, UUID id) {
        return list(caller, id).stream().anyMatch(video -> video.getId().equals(id.toString()));
    }

    /** What the caller sees of the channel of a video. */
    List<Video> list(GrpcTestClient caller, UUID id) {
        String channel = get(alice, id).getChannel().getName();
        return caller.catalog()
                .listVideos(ListVideosRequest.newBuilder()
                        .setChannelName(channel)
                        .setCount(100)
                        .build())
                .getVideosList();
    }

    void change(UUID id, UpdateVideoRequest.Builder change) {
        Video changed =
                alice.catalog().updateVideo(change.setId(id.toString()).build()).getVideo();
        assertThat(changed.getId()).isEqualTo(id.toString());
    }

    static Status.Code retry(GrpcTestClient caller, UUID id) {
        return GrpcTestClient.statusOf(() -> caller.catalog()
                .requestTranscode(RequestTranscodeRequest.newBuilder()
                        .setId(id.toString())
                        .build()));
    }
}
