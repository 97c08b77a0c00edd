package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.comment.v1.CommentCountChanged;
import dev.vireo.contracts.comment.v1.CommentCountEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent.EventCase;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.TestTopic;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A video's comments follow what their owner tells, and leave the video alone otherwise. */
final class VideoCommentsIT {
    private final CatalogCallers callers = new CatalogCallers();
    private final TestTopic counts = new TestTopic(RealServers.kafka().bootstrapServers(), "comment-count.v1");

    @Test
    void theNewestCountStaysWithoutARevisionOrAnEvent() throws InvalidProtocolBufferException {
        UUID id = callers.upload(Map.of());
        callers.tell(id, CatalogCallers.completed(1));
        callers.published(id);
        Video before = CatalogCallers.get(callers.anyone, id);
        assertThat(before.getComments()).isZero();

        tell(id, 5, 7);
        tell(UUID.randomUUID(), 5, 7);
        shows(id, 7);
        counts.send(id.toString(), Ids.newId(), new byte[] {1, 2, 3});
        tell(id, 9, 3);
        tell(id, 8, 12);
        tell(id, 9, 11);
        shows(id, 3);
        tell(id, 5, 7);
        tell(id, 10, 2);
        shows(id, 2);
        Video after = CatalogCallers.get(callers.anyone, id);
        assertThat(after).isEqualTo(before.toBuilder().setComments(2).build());
        assertThat(callers.events(id)).containsExactly(EventCase.UPLOADED, EventCase.PUBLISHED);

        callers.change(id, UpdateVideoRequest.newBuilder().setName("Another name"));
        assertThat(CatalogCallers.get(callers.anyone, id).getComments())
                .as("after a change")
                .isEqualTo(2);
    }

    private void shows(UUID id, long comments) {
        Eventually.holds(
                comments + " comments",
                () -> CatalogCallers.get(callers.alice, id).getComments() == comments);
    }

    private void tell(UUID id, long revision, long comments) {
        counts.send(
                id.toString(),
                Ids.newId(),
                CommentCountEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id.toString())
                        .setRevision(revision)
                        .setChanged(CommentCountChanged.newBuilder().setComments(comments))
                        .build()
                        .toByteArray());
    }
}
