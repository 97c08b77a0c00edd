package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.Ids;
import dev.vireo.kit.ShortUuid;
import dev.vireo.testkit.Eventually;
import dev.vireo.upload.GrpcTestClient;
import io.grpc.Status;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class VideoLifecycleIT {
    private final CatalogCallers callers = new CatalogCallers();

    @Test
    void aVideoGoesFromUploadedOverPlayableToPublished() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of("name", "The way"));
        assertThat(CatalogCallers.get(callers.alice, id).getState()).isEqualTo(VideoState.VIDEO_STATE_UPLOADED);
        assertThat(CatalogCallers.visible(callers.anyone, id)).isFalse();

        callers.tell(id, CatalogCallers.started(1));
        callers.tell(id, CatalogCallers.playable(1));
        Eventually.holds(
                "it is playable", () -> CatalogCallers.get(callers.alice, id).getPlayable());
        assertThat(CatalogCallers.get(callers.anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PLAYABLE);
        assertThat(CatalogCallers.get(callers.anyone, id).getDuration().getSeconds())
                .isEqualTo(60);

        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        Video video = CatalogCallers.get(callers.anyone, id);
        assertThat(video.getPackaged().getMultivariantPlaylist()).isEqualTo("master.m3u8");
        assertThat(video.hasPublishedAt()).isTrue();
        assertThat(video.getAspectRatio()).isEqualTo(1.5);
        assertThat(callers.events(id))
                .containsExactly(EventCase.UPLOADED, EventCase.UPDATED, EventCase.UPDATED, EventCase.PUBLISHED);
        assertThat(callers.anyone
                        .catalog()
                        .getVideo(GetVideoRequest.newBuilder()
                                .setId(ShortUuid.encode(id))
                                .build())
                        .getMayEdit())
                .isFalse();
    }

    @Test
    void factsThatComeTwiceLateOrForNothingChangeNothing() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        UUID eventId = Ids.newId();
        callers.transcode.send(id.toString(), eventId, CatalogCallers.event(id, CatalogCallers.completed(1)));
        callers.transcode.send(id.toString(), eventId, CatalogCallers.event(id, CatalogCallers.completed(1)));
        callers.tell(id, CatalogCallers.playable(1));
        callers.tell(id, CatalogCallers.failed(1));
        callers.tell(id, CatalogCallers.completed(7));
        callers.transcode.send(
                id.toString(), Ids.newId(), CatalogCallers.event(UUID.randomUUID(), CatalogCallers.completed(1)));
        callers.published(id);
        UUID marker = callers.upload(Map.of());
        callers.transcode.send(id.toString(), Ids.newId(), CatalogCallers.event(marker, CatalogCallers.completed(1)));
        callers.published(marker);

        assertThat(CatalogCallers.get(callers.anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PUBLISHED);
        assertThat(callers.events(id)).containsExactly(EventCase.UPLOADED, EventCase.PUBLISHED);
    }

    @Test
    void afterAFailureTheOwnerMayTryAgain() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        assertThat(CatalogCallers.retry(callers.alice, id)).isEqualTo(Status.Code.FAILED_PRECONDITION);
        callers.tell(id, CatalogCallers.failed(1));
        Eventually.holds(
                "it failed", () -> CatalogCallers.get(callers.alice, id).getState() == VideoState.VIDEO_STATE_FAILED);
        assertThat(CatalogCallers.get(callers.alice, id).getFailureReason()).isEqualTo("The film is broken.");
        assertThat(CatalogCallers.retry(callers.bob, id)).isEqualTo(Status.Code.NOT_FOUND);

        assertThat(CatalogCallers.retry(callers.alice, id)).isEqualTo(Status.Code.OK);

        assertThat(CatalogCallers.get(callers.alice, id).getVersion()).isEqualTo(2);
        assertThat(CatalogCallers.get(callers.alice, id).getFailureReason()).isEmpty();
        callers.tell(id, CatalogCallers.completed(1));
        callers.tell(id, CatalogCallers.completed(2));
        callers.published(id);
        assertThat(CatalogCallers.retry(callers.alice, id)).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(CatalogCallers.retry(callers.root, id)).isEqualTo(Status.Code.OK);
        assertThat(CatalogCallers.get(callers.anyone, id).getState()).isEqualTo(VideoState.VIDEO_STATE_PUBLISHED);
        assertThat(CatalogCallers.get(callers.anyone, id).hasPackaged()).isTrue();
        assertThat(callers.events(id)).contains(EventCase.TRANSCODE_REQUESTED);
    }

    @Test
    void aScheduledVideoBecomesPublicByItself() {
        Instant soon = Instant.now().plusSeconds(1);
        UUID id = callers.upload(Map.of("privacy", "1", "publishAt", soon.toString()));
        callers.tell(id, CatalogCallers.completed(1));
        assertThat(CatalogCallers.get(callers.alice, id).getPrivacy()).isEqualTo(Privacy.PRIVACY_PRIVATE);

        Eventually.holds("it is public", () -> CatalogCallers.visible(callers.anyone, id));

        assertThat(CatalogCallers.get(callers.anyone, id).hasPublishAt()).isFalse();
        assertThat(GrpcTestClient.statusOf(() -> callers.change(
                        id,
                        UpdateVideoRequest.newBuilder()
                                .setPublishAt(Timestamp.newBuilder().setSeconds(4_000_000_000L)))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void deletingRemovesTheSourceAndTellsThePrefixes() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        var request = DeleteVideoRequest.newBuilder().setId(id.toString()).build();
        assertThat(GrpcTestClient.statusOf(() -> callers.bob.catalog().deleteVideo(request)))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(GrpcTestClient.statusOf(() -> callers.neighbour.catalog().deleteVideo(request)))
                .isEqualTo(Status.Code.NOT_FOUND);

        callers.alice.catalog().deleteVideo(request);

        assertThat(CatalogCallers.visible(callers.alice, id)).isFalse();
        Eventually.holds(
                "the source is gone",
                () -> callers.service
                        .origin()
                        .list("main/uploads/" + id + "/", 5)
                        .isEmpty());
        assertThat(callers.events(id)).endsWith(EventCase.DELETED);
        VideoEvent last = VideoEvent.parseFrom(
                callers.videos.withKey(id.toString()).getLast().value());
        assertThat(last.getDeleted().getKeyPrefixesList()).containsExactly("main/" + id + "/");
    }
}
