package dev.vireo.transcode;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoDeleted;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoPublished;
import dev.vireo.contracts.video.v1.VideoTranscodeRequested;
import dev.vireo.contracts.video.v1.VideoUploaded;
import dev.vireo.kit.Ids;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RealServers;
import dev.vireo.testkit.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on real servers, started once for all tests of the JVM, with its bus seen from outside. */
public final class RunningService {

    /** The instance of all test videos. */
    public static final String INSTANCE = "main";

    /** The owner of all test videos. */
    public static final String OWNER = "owner-subject";

    /** Many chunks from short films, and quick clean-up. */
    static final String[] SMALL_CHUNKS = {
        "--vireo.transcode.job.sweep-deleted-after=1s",
        "--vireo.transcode.job.lease=6s",
        "--vireo.transcode.worker.lock=6s",
        "--vireo.transcode.output.segment=1s",
        "--vireo.transcode.output.second-segments=1",
        "--vireo.transcode.output.chunk=2s",
        "--vireo.transcode.copy.longest-segment=2s",
        "--vireo.transcode.copy.look=4s",
        "--vireo.transcode.copy.look-time=30s"
    };

    private static final List<String> TOPICS =
            List.of("video.v1", "transcode.v1", "transcode-task.v1", "transcode-task-express.v1");

    private final Servers servers;
    private final KafkaProducer<String, byte[]> producer;
    private final List<TranscodeEvent> events = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;

    /** Starts the service on these servers, and listens to its events. */
    RunningService(Servers servers, String... special) {
        this.servers = servers;
        TOPICS.forEach(topic -> new TestKafka(servers.brokers()).createTopic(topic, topic.contains("task") ? 1 : 4));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.brokers()), new StringSerializer(), new ByteArraySerializer());
        Thread.ofPlatform().daemon().start(() -> listen(servers.brokers()));
        context = start(special.length == 0 ? SMALL_CHUNKS : special);
    }

    /** What the service runs on. */
    record Servers(String database, String brokers, OriginAccess origin) {}

    private static final class Holder {
        static final RunningService SERVICE = new RunningService(new Servers(
                RealServers.postgres().newDatabase("transcode"),
                RealServers.kafka().bootstrapServers(),
                RealServers.origin()));
    }

    public static RunningService get() {
        return Holder.SERVICE;
    }

    /** Stops it as SIGTERM does. */
    void stop() {
        context.close();
    }

    /** One more process's worth of the service on the same servers. */
    public ConfigurableApplicationContext start(String... more) {
        String[] arguments = arguments(more);
        // At the end of the JVM the servers stop at the same time: it would wait for them in vain.
        return new SpringApplicationBuilder(TranscodeServiceApplication.class)
                .registerShutdownHook(false)
                .run(arguments);
    }

    /** What a process of the service is started with. */
    public String[] arguments(String... more) {
        OriginAccess origin = servers.origin();
        Ffmpeg ffmpeg = RealServers.ffmpeg();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--vireo.grpc.port=0",
                "--spring.datasource.url=" + servers.database(),
                "--vireo.kafka.bootstrap-servers=" + servers.brokers(),
                "--vireo.origin.endpoint=" + origin.endpoint(),
                "--vireo.origin.access-key=" + origin.accessKey(),
                "--vireo.origin.secret-key=" + origin.secretKey(),
                "--vireo.transcode.tools.ffmpeg=" + ffmpeg.ffmpeg(),
                "--vireo.transcode.tools.ffprobe=" + ffmpeg.ffprobe(),
                "--vireo.transcode.tools.library-path=" + ffmpeg.environment().getOrDefault("LD_LIBRARY_PATH", "")));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public OriginStore origin() {
        return bean(OriginStore.class);
    }

    /** Stores a file as a finished upload and tells it; gives the video. */
    public UUID upload(Path file) {
        UUID video = Ids.newId();
        store(video, file);
        uploaded(video, UUID.randomUUID());
        return video;
    }

    /** Stores a file as a finished upload. */
    public void store(UUID video, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            origin().put(new ObjectKey(source(video)), bytes, Files.size(file), "video/mp4");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says that the stored file is uploaded. */
    public void uploaded(UUID video, UUID eventId) {
        VideoUploaded.Builder uploaded = VideoUploaded.newBuilder()
                .setVideo(video(video, 1))
                .setSourceKey(source(video))
                .setOwnerSubject(OWNER);
        send(video, eventId, event(video).setUploaded(uploaded));
    }

    /** Asks for another version. */
    public void requestAgain(UUID video, int version) {
        VideoTranscodeRequested.Builder request = VideoTranscodeRequested.newBuilder()
                .setVideo(video(video, version))
                .setSourceKey(source(video))
                .setOwnerSubject(OWNER);
        send(video, UUID.randomUUID(), event(video).setTranscodeRequested(request));
    }

    /** Says that viewers are sent to a version. */
    public void published(UUID video, int version) {
        VideoPublished.Builder published = VideoPublished.newBuilder()
                .setVideo(video(video, version).toBuilder()
                        .setPackaged(PackagedVideo.newBuilder().setVersion(version)));
        send(video, UUID.randomUUID(), event(video).setPublished(published));
    }

    /** Says that the video is gone. */
    public void deleted(UUID video) {
        send(video, UUID.randomUUID(), event(video).setDeleted(VideoDeleted.getDefaultInstance()));
    }

    /** Waits until the video's version ended, and gives that event. */
    public TranscodeEvent end(UUID video, int version) {
        return await(video, event -> event.getVersion() == version && (event.hasCompleted() || event.hasFailed()));
    }

    /** Waits for an event of the video. */
    public TranscodeEvent await(UUID video, Predicate<TranscodeEvent> wanted) {
        return Eventually.until(
                        "the event", () -> of(video), events -> events.stream().anyMatch(wanted))
                .stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** All events of a video so far. */
    public List<TranscodeEvent> of(UUID video) {
        return events.stream()
                .filter(event -> event.getVideoId().equals(video.toString()))
                .toList();
    }

    private static String source(UUID video) {
        return INSTANCE + "/uploads/" + video + "/source";
    }

    private static Video video(UUID video, int version) {
        return Video.newBuilder()
                .setId(video.toString())
                .setInstanceId(INSTANCE)
                .setVersion(version)
                .build();
    }

    private static VideoEvent.Builder event(UUID video) {
        return VideoEvent.newBuilder().setInstanceId(INSTANCE).setVideoId(video.toString());
    }

    private void send(UUID video, UUID eventId, VideoEvent.Builder event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>("video.v1", video.toString(), event.build().toByteArray());
        message.headers().add("ce_id", eventId.toString().getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(message);
        producer.flush();
    }

    private void listen(String brokers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "group.id", "test-" + UUID.randomUUID(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("transcode.v1"));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> events.add(parse(message.value())));
            }
        }
    }

    private static TranscodeEvent parse(byte[] value) {
        try {
            return TranscodeEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
