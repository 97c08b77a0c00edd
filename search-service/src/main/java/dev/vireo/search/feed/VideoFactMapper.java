package dev.vireo.search.feed;

import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.CaptionSight;
import dev.vireo.search.document.DocumentWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about a video changes in an index: of videos, or of what is spoken in them. */
final class VideoFactMapper {
    private VideoFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        VideoEvent fact = fact(value);
        if (fact.hasDeleted()) {
            return DocumentWrite.gone(List.of(instance(fact)), id(fact), fact.getRevision());
        }
        Video video = video(fact);
        return video == null
                ? null
                : DocumentWrite.of(
                        List.of(instance(fact)),
                        id(fact),
                        fact.getRevision(),
                        VideoDocumentMapper.document(video, fact.getOwnerSubject()));
    }

    /** Who may find the video's captions from now on; null for a fact of a video without any. */
    static @Nullable CaptionSight captions(byte[] value) {
        VideoEvent fact = fact(value);
        Video video = video(fact);
        return video == null || video.getCaptionsCount() == 0
                ? null
                : new CaptionSight(
                        instance(fact),
                        video.getCaptionsList().stream()
                                .map(caption -> CaptionFactMapper.id(id(fact), caption.getLanguage()))
                                .toList(),
                        fact.getRevision(),
                        VideoDocumentMapper.audience(video, fact.getOwnerSubject()));
    }

    private static VideoEvent fact(byte[] value) {
        return Facts.parse("VideoEvent", VideoEvent.parser(), value);
    }

    /** As it is after the fact; null when it is gone. */
    private static @Nullable Video video(VideoEvent fact) {
        return switch (fact.getEventCase()) {
            case UPLOADED -> fact.getUploaded().getVideo();
            case PUBLISHED -> fact.getPublished().getVideo();
            case UPDATED -> fact.getUpdated().getVideo();
            case TRANSCODE_REQUESTED -> fact.getTranscodeRequested().getVideo();
            case DELETED, EVENT_NOT_SET -> null;
        };
    }

    private static InstanceId instance(VideoEvent fact) {
        return new InstanceId(fact.getInstanceId());
    }

    private static String id(VideoEvent fact) {
        return UUID.fromString(fact.getVideoId()).toString();
    }
}
