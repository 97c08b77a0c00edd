package dev.vireo.search.query;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.video.v1.Video;

/** Videos as the documents have them. */
public final class VideoSnapshotMapper {
    private VideoSnapshotMapper() {}

    /** What is counted is newer than the snapshot. */
    public static Video video(ElasticsearchVideos.Shown shown) {
        try {
            return Video.parseFrom(shown.snapshot()).toBuilder()
                    .setViews(shown.views())
                    .setComments(shown.comments())
                    .build();
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("A document's snapshot is damaged", damaged);
        }
    }
}
