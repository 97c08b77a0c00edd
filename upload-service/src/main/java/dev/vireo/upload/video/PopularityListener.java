package dev.vireo.upload.video;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.kit.event.PoisonEventException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Follows topic {@code popularity.v1}: the views that one poll told are stored at once. They never fall, so facts may
 * come again and in any order; a video's revision stays, and nothing is published.
 */
@Component
final class PopularityListener {
    private final JdbcVideoRepository videos;

    PopularityListener(JdbcVideoRepository videos) {
        this.videos = videos;
    }

    @KafkaListener(topics = "popularity.v1", groupId = "upload", containerFactory = "eventBatchListenerFactory")
    void on(List<ConsumerRecord<String, byte[]>> events) {
        Map<VideoId, Long> views = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                take(event.value(), views);
            } catch (PoisonEventException malformed) {
                videos.raiseViews(views);
                throw new BatchListenerFailedException("Not a fact about popularity", malformed, event);
            }
        }
        videos.raiseViews(views);
    }

    private static void take(byte @Nullable [] value, Map<VideoId, Long> views) {
        if (value == null) {
            return;
        }
        try {
            PopularityEvent fact = PopularityEvent.parseFrom(value);
            if (fact.hasChanged()) {
                views.merge(
                        new VideoId(UUID.fromString(fact.getVideoId())),
                        fact.getChanged().getViews(),
                        Math::max);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException malformed) {
            throw new PoisonEventException("The fact cannot be understood", malformed);
        }
    }
}
