package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.TestTopic;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A video's views follow what the counting tells, and leave the video alone otherwise. */
final class VideoViewsIT {
    private final CatalogCallers callers = new CatalogCallers();
    private final TestTopic popularity = new TestTopic(RealServers.kafka().bootstrapServers(), "popularity.v1");

    @Test
    void viewsOnlyRiseWithoutARevisionOrAnEvent() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        Video before = CatalogCallers.get(callers.anyone, id);
        assertThat(before.getViews()).isZero();

        tell(id, 5, 7);
        tell(UUID.randomUUID(), 5, 7);
        shows(id, 7);
        popularity.send(id.toString(), Ids.newId(), new byte[] {1, 2, 3});
        tell(id, 4, 6);
        tell(id, 5, 7);
        tell(id, 9, 12);
        shows(id, 12);
        tell(id, 8, 11);
        UUID marker = callers.upload(Map.of());
        tell(marker, 1, 1);
        shows(marker, 1);
        Video after = CatalogCallers.get(callers.anyone, id);
        assertThat(after).isEqualTo(before.toBuilder().setViews(12).build());
        assertThat(callers.events(id)).containsExactly(EventCase.UPLOADED, EventCase.PUBLISHED);

        callers.change(id, UpdateVideoRequest.newBuilder().setName("Another name"));
        assertThat(CatalogCallers.get(callers.anyone, id).getViews())
                .as("after a change")
                .isEqualTo(12);
        assertThat(callers.list(callers.anyone, id))
                .filteredOn(video -> video.getId().equals(id.toString()))
                .extracting(Video::getViews)
                .containsExactly(12L);
    }

    private void shows(UUID id, long views) {
        Eventually.holds(
                views + " views", () -> CatalogCallers.get(callers.alice, id).getViews() == views);
    }

    private void tell(UUID id, long revision, long views) {
        popularity.send(
                id.toString(),
                Ids.newId(),
                PopularityEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id.toString())
                        .setRevision(revision)
                        .setChanged(PopularityChanged.newBuilder().setViews(views))
                        .build()
                        .toByteArray());
    }
}
