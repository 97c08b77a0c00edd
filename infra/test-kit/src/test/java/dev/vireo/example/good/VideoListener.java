package dev.vireo.example.good;

import dev.vireo.contracts.video.v1.VideoEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps R3, R4 and R5. */
final class VideoListener {
    private VideoListener() {}

    static VideoEvent event(ConsumerRecord<String, VideoEvent> record) {
        return record.value();
    }
}
