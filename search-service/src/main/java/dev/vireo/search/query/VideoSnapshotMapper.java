package dev.vireo.search.query;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.video.v1.Video;

/** Videos as the documents have them. */
public final class VideoSnapshotMapper {
    private VideoSnapshotMapper() {}

    /** Views are newer than the snapshot. */
    public static Video video(byte[] snapshot, long views) {
        try {
            return Video.parseFrom(snapshot).toBuilder().setViews(views).build();
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("A document's snapshot is damaged", damaged);
        }
    }
}
