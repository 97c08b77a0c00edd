package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.RequestTranscodeRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.upload.GrpcTestClient;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CatalogIT {
    private final CatalogCallers callers = new CatalogCallers();

    @Test
    void privacyDecidesWhoSeesAVideo() {
        UUID id = callers.upload(Map.of("privacy", "private"));
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        assertThat(List.of(
                        CatalogCallers.visible(callers.alice, id),
                        CatalogCallers.visible(callers.root, id),
                        CatalogCallers.visible(callers.bob, id),
                        CatalogCallers.visible(callers.anyone, id)))
                .containsExactly(true, true, false, false);

        callers.change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_INTERNAL));
        assertThat(List.of(CatalogCallers.visible(callers.bob, id), CatalogCallers.visible(callers.anyone, id)))
                .containsExactly(true, false);

        callers.change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_UNLISTED));
        assertThat(List.of(CatalogCallers.visible(callers.bob, id), CatalogCallers.visible(callers.anyone, id)))
                .containsExactly(true, true);
        assertThat(callers.listed(callers.anyone, id)).isFalse();

        callers.change(id, UpdateVideoRequest.newBuilder().setPrivacy(Privacy.PRIVACY_PUBLIC));
        assertThat(callers.listed(callers.anyone, id)).isTrue();
        assertThat(CatalogCallers.visible(callers.neighbour, id)).isFalse();
    }

    @Test
    void aStaleRevisionIsRefused() {
        UUID id = callers.upload(Map.of());
        long revision = CatalogCallers.get(callers.alice, id).getRevision();
        var rename = UpdateVideoRequest.newBuilder()
                .setId(id.toString())
                .setRevision(revision)
                .setName("First");
        callers.alice.catalog().updateVideo(rename.build());

        assertThat(GrpcTestClient.statusOf(() -> callers.alice
                        .catalog()
                        .updateVideo(rename.setName("Second").build())))
                .isEqualTo(Status.Code.ABORTED);
        assertThat(CatalogCallers.get(callers.alice, id).getName()).isEqualTo("First");
    }

    @Test
    void ofAnotherInstanceNothingIsFound() {
        UUID id = callers.upload(Map.of());
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        String video = id.toString();
        var catalog = callers.neighbour.catalog();

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
                                .setChannelName(CatalogCallers.get(callers.alice, id)
                                                .getChannel()
                                                .getName() + "x")
                                .build()))))
                .containsOnly(Status.Code.NOT_FOUND);
        assertThat(catalog.listVideos(
                                ListVideosRequest.newBuilder().setOwn(true).build())
                        .getTotal())
                .isZero();
    }

    @Test
    void theFileAsItsOwnerHadItIsShownToNobodyElse() {
        UUID id = callers.upload(Map.of("filename", "My private folder.mp4"));
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);

        for (GrpcTestClient owner : List.of(callers.alice, callers.root)) {
            Video video = CatalogCallers.get(owner, id);
            assertThat(video.getFilename()).isEqualTo("My private folder.mp4");
            assertThat(video.getSourceSize()).isEqualTo(5_000);
            assertThat(video.getSourceSha256().size()).isEqualTo(32);
            assertThat(video.getSourceMediaType()).isEqualTo("video/mp4");
        }
        for (GrpcTestClient other : List.of(callers.bob, callers.anyone)) {
            assertHidden(CatalogCallers.get(other, id));
            callers.list(other, id).forEach(CatalogIT::assertHidden);
        }
    }

    private static void assertHidden(Video video) {
        assertThat(video.getFilename()).isEmpty();
        assertThat(video.getSourceSize()).isZero();
        assertThat(video.getSourceSha256()).isEmpty();
        assertThat(video.getSourceMediaType()).isEmpty();
    }
}
