package dev.vireo.search.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchIndexes;
import dev.vireo.search.index.ElasticsearchVideoIndex;
import dev.vireo.search.index.VideoWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Follows topic {@code video.v1}: what one poll brought goes into the index at once. Each index has a consumer group of
 * its own, so that a new one begins with the oldest event.
 */
@Component
final class VideoListener {
    private final ElasticsearchVideoIndex videos;
    private final ElasticsearchIndexes indexes;

    VideoListener(ElasticsearchVideoIndex videos, ElasticsearchIndexes indexes) {
        this.videos = videos;
        this.indexes = indexes;
    }

    @KafkaListener(
            topics = "video.v1",
            groupId = "search.#{@elasticsearchIndexes.current()}",
            containerFactory = "eventBatchListenerFactory")
    void on(List<ConsumerRecord<String, byte[]>> events) {
        indexes.make();
        List<ConsumerRecord<String, byte[]>> written = new ArrayList<>();
        List<VideoWrite> writes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                VideoWrite write = write(event.value());
                if (write != null) {
                    writes.add(write);
                    written.add(event);
                }
            } catch (PoisonEventException malformed) {
                write(writes, written);
                throw new BatchListenerFailedException("Not a fact about a video", malformed, event);
            }
        }
        write(writes, written);
    }

    private void write(List<VideoWrite> writes, List<ConsumerRecord<String, byte[]>> events) {
        List<Integer> refused = videos.write(indexes.current(), writes);
        if (!refused.isEmpty()) {
            throw new BatchListenerFailedException(
                    "The index refuses it",
                    new PoisonEventException("The index refuses it"),
                    events.get(refused.getFirst()));
        }
    }

    /** Null for a fact that changes no document. */
    private static @Nullable VideoWrite write(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
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
            case DELETED -> write(fact, null);
            case EVENT_NOT_SET -> null;
        };
    }

    private static VideoWrite write(VideoEvent fact, @Nullable Video video) {
        try {
            return new VideoWrite(
                    new InstanceId(fact.getInstanceId()),
                    UUID.fromString(fact.getVideoId()).toString(),
                    fact.getRevision(),
                    video == null ? null : VideoDocumentMapper.document(video));
        } catch (RuntimeException malformed) {
            // Whatever it is, it is this fact's fault: the others of its poll must not wait for it.
            throw new PoisonEventException("The fact cannot be understood", malformed);
        }
    }
}
