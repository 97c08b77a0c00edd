package dev.vireo.search.trend;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.vireo.contracts.view.v1.VideoWatched;
import dev.vireo.contracts.view.v1.ViewEvent;
import dev.vireo.contracts.view.v1.WatchCause;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Views, told as the gateway tells them. */
final class ToldViews implements AutoCloseable {
    /** Length of every film here. */
    static final int FILM_SECONDS = 600;

    private final KafkaProducer<String, byte[]> producer;

    ToldViews(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One that counts: from the beginning to the half minute. */
    void watch(UUID video, int viewer, long time) {
        at(video, viewer, 0, time);
        at(video, viewer, 30, time);
    }

    void at(UUID video, int viewer, int second, long time) {
        send(video.toString(), event(video, viewer, second).toByteArray(), time);
    }

    void send(String key, byte[] value, long time) {
        var unused = producer.send(new ProducerRecord<>("view.v1", null, time, key, value));
    }

    void flush() {
        producer.flush();
    }

    private static ViewEvent event(UUID video, int viewer, int second) {
        return ViewEvent.newBuilder()
                .setInstanceId("main")
                .setVideoId(video.toString())
                .setViewer(ByteString.copyFrom(
                        ByteBuffer.allocate(16).putInt(viewer).array()))
                .setWatched(VideoWatched.newBuilder()
                        .setPosition(Duration.newBuilder().setSeconds(second))
                        .setDuration(Duration.newBuilder().setSeconds(FILM_SECONDS))
                        .setCause(WatchCause.WATCH_CAUSE_UNSPECIFIED))
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
