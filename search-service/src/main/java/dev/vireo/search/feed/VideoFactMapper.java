package dev.vireo.search.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.DocumentWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about a video changes in an index. */
final class VideoFactMapper {
    private VideoFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        VideoEvent fact;
        try {
            fact = VideoEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new PoisonEventException("Not a VideoEvent", malformed);
        }
        return switch (fact.getEventCase()) {
            case UPLOADED -> write(fact, fact.getUploaded().getVideo());
            case PUBLISHED -> write(fact, fact.getPublished().getVideo());
            case UPDATED -> write(fact, fact.getUpdated().getVideo());
            case TRANSCODE_REQUESTED -> write(fact, fact.getTranscodeRequested().getVideo());
            case DELETED -> DocumentWrite.gone(List.of(instance(fact)), id(fact), fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    private static DocumentWrite write(VideoEvent fact, Video video) {
        return DocumentWrite.of(
                List.of(instance(fact)),
                id(fact),
                fact.getRevision(),
                VideoDocumentMapper.document(video, fact.getOwnerSubject()));
    }

    private static InstanceId instance(VideoEvent fact) {
        return new InstanceId(fact.getInstanceId());
    }

    private static String id(VideoEvent fact) {
        return UUID.fromString(fact.getVideoId()).toString();
    }
}
