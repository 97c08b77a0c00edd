package dev.vireo.bench.seeding;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoPublished;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.local.Platform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts files into the object store, tells of their videos as their owner does, and hears when they are seeded. */
final class PlantedVideos implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String INSTANCE = "main";
    private static final int VERSION_SEVEN = 0x7000;

    private final Path folder;
    private final S3Files files;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<PlantedVideo> planted = new ArrayList<>();

    PlantedVideos(Platform platform, S3Files files, Path folder) {
        this.folder = folder;
        this.files = files;
        String servers = platform.kafka().bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("seeding.v1").stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * A video whose file is in the object store, and of which nobody heard.
     *
     * @param key of the file in the object store
     */
    record Stored(UUID id, String key, GeneratedFile file) {}

    /** Stores one file of random bytes. */
    Stored store(long size) {
        int number = planted.size() + 1;
        UUID id = new UUID((System.currentTimeMillis() << 16) | VERSION_SEVEN, Long.MIN_VALUE | number);
        String name = id + "-bench-fragmented.mp4";
        GeneratedFile file = GeneratedFile.write(folder.resolve(name), size, number);
        String key = INSTANCE + "/" + id + "/1/" + name;
        files.put(key, body(file));
        return new Stored(id, key, file);
    }

    /** Tells that it is public; returns when it is seeded. */
    PlantedVideo publish(Stored stored) {
        long begin = System.nanoTime();
        String id = stored.id().toString();
        tell(id, video(id, stored.file()));
        Torrent torrent = awaitSeeding(id);
        double seconds = (System.nanoTime() - begin) / 1e9;
        PlantedVideo video = new PlantedVideo(stored.key(), stored.file(), torrent, seconds);
        planted.add(video);
        return video;
    }

    List<PlantedVideo> all() {
        return List.copyOf(planted);
    }

    private static HttpRequest.BodyPublisher body(GeneratedFile file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file.path());
        } catch (FileNotFoundException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void tell(String id, Video video) {
        VideoEvent event = VideoEvent.newBuilder()
                .setInstanceId(INSTANCE)
                .setVideoId(id)
                .setRevision(video.getRevision())
                .setPublished(VideoPublished.newBuilder().setVideo(video))
                .build();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>("video.v1", id, event.toByteArray());
        message.headers().add("ce_id", id.getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(message);
        producer.flush();
    }

    /** All that listeners of such a fact want to know. */
    private static Video video(String id, GeneratedFile file) {
        Timestamp now = Timestamp.newBuilder()
                .setSeconds(System.currentTimeMillis() / 1000)
                .build();
        PackagedRendition rendition = PackagedRendition.newBuilder()
                .setName("1080p")
                .setFile(String.valueOf(file.path().getFileName()))
                .setWidth(1920)
                .setHeight(1080)
                .setSize(file.size())
                .setSha256(ByteString.copyFrom(file.sha256()))
                .setHasVideo(true)
                .build();
        return Video.newBuilder()
                .setId(id)
                .setInstanceId(INSTANCE)
                .setRevision(1)
                .setName("Seeded " + id)
                .setPrivacy(Privacy.PRIVACY_PUBLIC)
                .setState(VideoState.VIDEO_STATE_PUBLISHED)
                .setChannel(ChannelSummary.newBuilder()
                        .setId(new UUID(VERSION_SEVEN, Long.MIN_VALUE).toString())
                        .setName("seeds")
                        .setDisplayName("Seeds"))
                .setAccount(AccountSummary.newBuilder()
                        .setId(new UUID(VERSION_SEVEN, Long.MIN_VALUE | 1).toString())
                        .setName("seeder")
                        .setDisplayName("Seeder"))
                .setCreatedAt(now)
                .setUpdatedAt(now)
                .setPublishedAt(now)
                .setVersion(1)
                .setPackaged(PackagedVideo.newBuilder().setVersion(1).addRenditions(rendition))
                .build();
    }

    private Torrent awaitSeeding(String id) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(20))) {
                SeedingEvent event = parse(message.value());
                if (event.getVideoId().equals(id) && event.hasStarted()) {
                    return event.getStarted().getTorrents().getTorrents(0);
                }
            }
        }
        throw new IllegalStateException("Video " + id + " was not seeded within " + LIMIT);
    }

    private static SeedingEvent parse(byte[] value) {
        try {
            return SeedingEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The files here go, as they are large; those of the platform go with its data. */
    @Override
    public void close() {
        producer.close();
        consumer.close();
        for (PlantedVideo video : planted) {
            try {
                Files.deleteIfExists(video.file().path());
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }
}
