package dev.vireo.search;

import dev.vireo.contracts.caption.v1.CaptionChanged;
import dev.vireo.contracts.caption.v1.CaptionDeleted;
import dev.vireo.contracts.caption.v1.CaptionEvent;
import dev.vireo.contracts.caption.v1.Cue;
import dev.vireo.contracts.video.v1.Caption;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.testkit.RealServers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Facts about captions, sent as upload-service sends them. */
public final class TestCaptions implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** What a video's own facts tell of captions. */
    public static Caption in(String language) {
        return Caption.newBuilder()
                .setLanguage(language)
                .setFile(language + "-0123456789abcdef.vtt")
                .build();
    }

    /** Says what is spoken in a video, whose own facts say in which languages there is something: each text for ten seconds, the first from the third second on. */
    public void tell(Video video, String language, long revision, String... texts) {
        CaptionChanged.Builder changed = CaptionChanged.newBuilder();
        for (int at = 0; at < texts.length; at++) {
            changed.addCues(Cue.newBuilder()
                    .setStartMs(3_500 + at * 10_000L)
                    .setEndMs(13_500 + at * 10_000L)
                    .setText(texts[at]));
        }
        send(event(video, language, revision).setChanged(changed).build());
    }

    /** Says that nothing is spoken in that language any more. */
    public void delete(Video video, String language, long revision) {
        send(event(video, language, revision)
                .setDeleted(CaptionDeleted.getDefaultInstance())
                .build());
    }

    private static CaptionEvent.Builder event(Video video, String language, long revision) {
        return CaptionEvent.newBuilder()
                .setInstanceId(video.getInstanceId())
                .setVideoId(video.getId())
                .setLanguage(language)
                .setRevision(revision);
    }

    private void send(CaptionEvent event) {
        var record =
                new ProducerRecord<>("caption.v1", event.getVideoId() + ":" + event.getLanguage(), event.toByteArray());
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        try {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The event was not sent", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
