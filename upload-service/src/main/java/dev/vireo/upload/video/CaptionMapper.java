package dev.vireo.upload.video;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.video.v1.Caption;
import java.time.Instant;

/** Captions as protobuf messages. */
public final class CaptionMapper {
    private CaptionMapper() {}

    /** The message of one. */
    public static Caption message(VideoCaption caption) {
        Instant updatedAt = caption.updatedAt();
        return Caption.newBuilder()
                .setLanguage(caption.language())
                .setFile(caption.file())
                .setUpdatedAt(Timestamp.newBuilder()
                        .setSeconds(updatedAt.getEpochSecond())
                        .setNanos(updatedAt.getNano()))
                .build();
    }
}
