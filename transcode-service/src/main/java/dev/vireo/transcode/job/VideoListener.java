package dev.vireo.transcode.job;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.event.ProcessedEvents;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.observe.LogContext;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears of videos: uploaded ones become jobs, deleted ones lose theirs, published versions replace older ones. */
@Component
class VideoListener {

    private static final String CONSUMER = "transcode";

    private final TranscodeJobs jobs;
    private final ProcessedEvents processed;

    VideoListener(TranscodeJobs jobs, ProcessedEvents processed) {
        this.jobs = jobs;
        this.processed = processed;
    }

    @Transactional
    @KafkaListener(topics = "video.v1", containerFactory = "eventListenerFactory")
    public void on(ConsumerRecord<String, byte[]> message) {
        VideoEvent event = parse(message.value());
        if (!processed.firstTime(CONSUMER, message)) {
            return;
        }
        InstanceId instance = new InstanceId(event.getInstanceId());
        UUID videoId = UUID.fromString(event.getVideoId());
        LogContext.about(instance, videoId, () -> apply(event, instance, videoId));
    }

    private void apply(VideoEvent event, InstanceId instance, UUID videoId) {
        switch (event.getEventCase()) {
            case UPLOADED ->
                request(
                        instance,
                        event.getUploaded().getVideo(),
                        event.getUploaded().getSourceKey(),
                        event.getUploaded().getOwnerSubject());
            case TRANSCODE_REQUESTED ->
                request(
                        instance,
                        event.getTranscodeRequested().getVideo(),
                        event.getTranscodeRequested().getSourceKey(),
                        event.getTranscodeRequested().getOwnerSubject());
            case PUBLISHED -> published(instance, event.getPublished().getVideo());
            case UPDATED -> published(instance, event.getUpdated().getVideo());
            case DELETED -> jobs.delete(instance, videoId);
            case EVENT_NOT_SET -> {
                // Of a newer sender; nothing here follows from it.
            }
        }
    }

    /** Which version viewers are sent to is known to the owner of the video alone. */
    private void published(InstanceId instance, Video video) {
        int version = video.getPackaged().getVersion();
        if (version > 1) {
            jobs.published(new VideoVersion(instance, UUID.fromString(video.getId()), version));
        }
    }

    private void request(InstanceId instance, Video video, String sourceKey, String ownerSubject) {
        jobs.request(
                new VideoVersion(instance, UUID.fromString(video.getId()), Math.max(1, video.getVersion())),
                sourceKey,
                ownerSubject);
    }

    private static VideoEvent parse(byte[] value) {
        try {
            return VideoEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException broken) {
            throw new PoisonEventException("Not a VideoEvent", broken);
        }
    }
}
