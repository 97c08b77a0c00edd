package dev.vireo.bench;

import dev.vireo.contracts.remote.v1.RemoteVideoChanged;
import dev.vireo.contracts.remote.v1.RemoteVideoEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoPublished;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the bus of videos as their owners do. */
final class VideoFacts implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    VideoFacts(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        "20",
                        "batch.size",
                        "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void published(Video video) {
        ProducerRecord<String, byte[]> event = video.hasOrigin() ? remote(video) : own(video);
        event.headers().add("ce_id", video.getId().getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(event);
    }

    private static ProducerRecord<String, byte[]> own(Video video) {
        return new ProducerRecord<>(
                "video.v1",
                video.getId(),
                VideoEvent.newBuilder()
                        .setInstanceId(video.getInstanceId())
                        .setVideoId(video.getId())
                        .setRevision(video.getRevision())
                        .setPublished(VideoPublished.newBuilder().setVideo(video))
                        .build()
                        .toByteArray());
    }

    private static ProducerRecord<String, byte[]> remote(Video video) {
        return new ProducerRecord<>(
                "remote-video.v1",
                video.getId(),
                RemoteVideoEvent.newBuilder()
                        .setVideoId(video.getId())
                        .setRevision(video.getRevision())
                        .setChanged(
                                RemoteVideoChanged.newBuilder().setVideo(video).addInstanceIds("main"))
                        .build()
                        .toByteArray());
    }

    @Override
    public void close() {
        producer.close();
    }
}
