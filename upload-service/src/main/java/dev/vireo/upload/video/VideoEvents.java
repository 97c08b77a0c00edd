package dev.vireo.upload.video;

import com.google.protobuf.Descriptors.Descriptor;
import dev.vireo.contracts.video.v1.VideoDeleted;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoPublished;
import dev.vireo.contracts.video.v1.VideoTranscodeRequested;
import dev.vireo.contracts.video.v1.VideoUpdated;
import dev.vireo.contracts.video.v1.VideoUploaded;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import org.springframework.stereotype.Component;

/** Facts about videos for topic {@code video.v1}, each added to the transaction that makes it true. */
@Component
final class VideoEvents {
    private static final String TOPIC = "video.v1";

    private final EventOutbox outbox;

    VideoEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void uploaded(Video video) {
        add(
                video,
                VideoUploaded.getDescriptor(),
                event(video)
                        .setUploaded(VideoUploaded.newBuilder()
                                .setVideo(VideoMapper.message(video))
                                .setSourceKey(video.source().key())
                                .setOwnerSubject(video.channel().owner().subject())));
    }

    void published(Video video) {
        add(
                video,
                VideoPublished.getDescriptor(),
                event(video).setPublished(VideoPublished.newBuilder().setVideo(VideoMapper.message(video))));
    }

    void updated(Video video) {
        add(
                video,
                VideoUpdated.getDescriptor(),
                event(video).setUpdated(VideoUpdated.newBuilder().setVideo(VideoMapper.message(video))));
    }

    void transcodeRequested(Video video) {
        add(
                video,
                VideoTranscodeRequested.getDescriptor(),
                event(video)
                        .setTranscodeRequested(VideoTranscodeRequested.newBuilder()
                                .setVideo(VideoMapper.message(video))
                                .setSourceKey(video.source().key())
                                .setOwnerSubject(video.channel().owner().subject())));
    }

    void deleted(Video video) {
        String prefix = video.instance().value() + "/" + video.id().value() + "/";
        add(
                video,
                VideoDeleted.getDescriptor(),
                about(video).setDeleted(VideoDeleted.newBuilder().addKeyPrefixes(prefix)));
    }

    private static VideoEvent.Builder event(Video video) {
        return about(video).setOwnerSubject(video.channel().owner().subject());
    }

    private static VideoEvent.Builder about(Video video) {
        return VideoEvent.newBuilder()
                .setInstanceId(video.instance().value())
                .setVideoId(video.id().value().toString())
                .setRevision(video.revision());
    }

    private void add(Video video, Descriptor type, VideoEvent.Builder event) {
        outbox.add(new OutboxEvent(
                TOPIC,
                video.id().value().toString(),
                type.getFullName(),
                event.build().toByteArray()));
    }
}
