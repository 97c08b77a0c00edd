package dev.vireo.upload.video;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.comment.v1.CommentCountEvent;
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
 * Follows topic {@code comment-count.v1}: the counts that one poll told are stored at once, where they are newer, so facts
 * may come again and in any order; a video's revision stays, and nothing is published.
 */
@Component
final class CommentCountListener {
    private final JdbcVideoRepository videos;

    CommentCountListener(JdbcVideoRepository videos) {
        this.videos = videos;
    }

    @KafkaListener(topics = "comment-count.v1", groupId = "upload", containerFactory = "eventBatchListenerFactory")
    void on(List<ConsumerRecord<String, byte[]>> events) {
        Map<VideoId, CommentCount> counts = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                take(event.value(), counts);
            } catch (PoisonEventException malformed) {
                videos.countComments(counts);
                throw new BatchListenerFailedException("Not a fact about the number of comments", malformed, event);
            }
        }
        videos.countComments(counts);
    }

    private static void take(byte @Nullable [] value, Map<VideoId, CommentCount> counts) {
        if (value == null) {
            return;
        }
        try {
            CommentCountEvent fact = CommentCountEvent.parseFrom(value);
            if (fact.hasChanged()) {
                counts.merge(
                        new VideoId(UUID.fromString(fact.getVideoId())),
                        new CommentCount(fact.getRevision(), fact.getChanged().getComments()),
                        CommentCount::newer);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException malformed) {
            throw new PoisonEventException("The fact cannot be understood", malformed);
        }
    }
}
