package dev.vireo.seeder.seeding;

import com.google.protobuf.InvalidProtocolBufferException;
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

/** Hears of videos: published ones are hashed and seeded, hidden and deleted ones are not any more. */
@Component
class VideoListener {

    private static final String CONSUMER = "seeder";

    private final SeedJobs jobs;
    private final ProcessedEvents processed;

    VideoListener(SeedJobs jobs, ProcessedEvents processed) {
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
        if (event.hasDeleted()) {
            jobs.deleted(instance, videoId);
        } else {
            VideoMapper.snapshot(event, instance, videoId).ifPresent(jobs::seen);
        }
    }

    private static VideoEvent parse(byte[] value) {
        try {
            return VideoEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException broken) {
            throw new PoisonEventException("Not a VideoEvent", broken);
        }
    }
}
