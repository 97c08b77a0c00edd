package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.event.ProcessedEvents;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.observe.LogContext;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows topic {@code seeding.v1}: what is seeded of a video becomes part of it, and leaves it again. */
@Component
final class SeedingListener {
    private static final String CONSUMER = "upload";

    private final SeedingFacts facts;
    private final ProcessedEvents processed;
    private final TransactionTemplate transaction;

    SeedingListener(SeedingFacts facts, ProcessedEvents processed, TransactionTemplate transaction) {
        this.facts = facts;
        this.processed = processed;
        this.transaction = transaction;
    }

    @KafkaListener(topics = "seeding.v1", groupId = CONSUMER, containerFactory = "eventListenerFactory")
    void on(ConsumerRecord<String, byte[]> event) {
        SeedingEvent fact = parse(event.value());
        switch (fact.getEventCase()) {
            case STARTED -> take(event, fact, fact.getStarted().getTorrents().toByteString());
            case CID_PUBLISHED ->
                take(event, fact, fact.getCidPublished().getTorrents().toByteString());
            case STOPPED -> take(event, fact, null);
            // Of a file that is not seeded yet, or of a newer sender.
            case CREATED, EVENT_NOT_SET -> {}
        }
    }

    private void take(ConsumerRecord<String, byte[]> event, SeedingEvent fact, @Nullable ByteString set) {
        InstanceId instance = instance(fact);
        VideoId video = video(fact);
        VideoTorrents torrents = new VideoTorrents(fact.getRevision(), set);
        LogContext.about(
                instance,
                video.value(),
                () -> transaction.executeWithoutResult(status -> {
                    if (processed.firstTime(CONSUMER, event)) {
                        facts.apply(instance, video, torrents);
                    }
                }));
    }

    private static SeedingEvent parse(byte[] value) {
        try {
            return SeedingEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new PoisonEventException("Not a SeedingEvent", malformed);
        }
    }

    private static InstanceId instance(SeedingEvent fact) {
        try {
            return new InstanceId(fact.getInstanceId());
        } catch (IllegalArgumentException malformed) {
            throw new PoisonEventException("The fact names no instance", malformed);
        }
    }

    private static VideoId video(SeedingEvent fact) {
        try {
            return new VideoId(UUID.fromString(fact.getVideoId()));
        } catch (IllegalArgumentException malformed) {
            throw new PoisonEventException("The fact names no video", malformed);
        }
    }
}
