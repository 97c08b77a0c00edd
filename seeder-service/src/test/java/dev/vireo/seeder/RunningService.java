package dev.vireo.seeder;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.ipfs.v1.IpfsEvent;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoDeleted;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoUpdated;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RealServers;
import dev.vireo.testkit.TestIssuer;
import dev.vireo.testkit.TestKafka;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    /** How many answers of IPFS it sends at a time. */
    public static final int ANSWERS = 12;

    /** Takes from the dead soon, and reads in small ranges. */
    static final String[] QUICK = {
        "--vireo.seeder.seeding.lease=3s",
        "--vireo.seeder.seeding.sweep-every=100ms",
        "--vireo.seeder.seeding.retry-pause=0s",
        "--vireo.seeder.seeding.window=3",
        "--vireo.seeder.worker.lock=3s",
        "--vireo.seeder.worker.range=64KB",
        "--vireo.seeder.admission.remember=500ms",
        "--vireo.seeder.blocks.remember=200ms",
        "--vireo.seeder.ipfs-gateway.answers=" + ANSWERS,
        "--vireo.seeder.admission.players-every=100ms",
        "--vireo.kafka.relay-interval=100ms"
    };

    private static final String DATABASE = RealServers.postgres().newDatabase("seeder");
    private static final TestIssuer ISSUER = new TestIssuer();

    private final KafkaProducer<String, byte[]> producer;
    private final List<SeedingEvent> events = new CopyOnWriteArrayList<>();
    private final List<IpfsEvent> ipfs = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;

    private RunningService() {
        TestKafka kafka = RealServers.kafka();
        kafka.createTopic("video.v1", 4);
        kafka.createTopic("seeding.v1", 4);
        kafka.createTopic("ipfs.v1", 4);
        kafka.createTopic("seed-task.v1", 1);
        kafka.createTopic("swarm-peer.v1", 4);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        Thread.ofPlatform().daemon().start(() -> listen(kafka.bootstrapServers()));
        context = start(QUICK);
    }

    private static final class Holder {
        static final RunningService SERVICE = new RunningService();
    }

    public static RunningService get() {
        return Holder.SERVICE;
    }

    /** One more process's worth of the service on the same servers. */
    public ConfigurableApplicationContext start(String... more) {
        // At the end of the JVM the servers stop at the same time: it would wait for them in vain.
        return new SpringApplicationBuilder(SeederServiceApplication.class)
                .registerShutdownHook(false)
                .run(arguments(more));
    }

    /** What a process of the service is started with. */
    public static String[] arguments(String... more) {
        OriginAccess origin = RealServers.origin();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--vireo.grpc.port=0",
                "--vireo.tracker.port=0",
                "--vireo.tracker.private-addresses=true",
                "--vireo.swarm.port=0",
                "--spring.datasource.url=" + DATABASE,
                "--vireo.kafka.bootstrap-servers=" + RealServers.kafka().bootstrapServers(),
                "--vireo.origin.endpoint=" + origin.endpoint(),
                "--vireo.origin.access-key=" + origin.accessKey(),
                "--vireo.origin.secret-key=" + origin.secretKey()));
        for (int number = 0; number < 2; number++) {
            String instance = "--vireo.instances[" + number + "].";
            arguments.add(instance + "id=" + (number == 0 ? INSTANCE : "second"));
            arguments.add(instance + "domain=" + (number == 0 ? INSTANCE : "second") + ".example");
            arguments.add(instance + "issuer=" + ISSUER.issuer());
            arguments.add(instance + "jwk-set-uri=" + ISSUER.jwkSetUri());
            arguments.add(instance + "operators=" + (number == 0));
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where its HTTP listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public OriginStore origin() {
        return bean(OriginStore.class);
    }

    /** A token of somebody with these roles. */
    public static String token(String... roles) {
        return ISSUER.token(claims -> claims.claim("realm_access", Map.of("roles", List.of(roles))));
    }

    /** Files of a version, stored as the packaging does. */
    public PackagedVideo store(UUID video, int version, int... sizes) {
        PackagedVideo.Builder packaged = PackagedVideo.newBuilder().setVersion(version);
        for (int size : sizes) {
            byte[] bytes = contents(version, size);
            String file = video + "-" + size + "-fragmented.mp4";
            origin().put(new ObjectKey(INSTANCE + "/" + video + "/" + version + "/" + file), bytes, "video/mp4");
            packaged.addRenditions(PackagedRendition.newBuilder()
                    .setName(size + "p")
                    .setFile(file)
                    .setHeight(size)
                    .setSize(size)
                    .setSha256(ByteString.copyFrom(sha256(bytes))));
        }
        return packaged.build();
    }

    /** The bytes of a stored file. */
    public static byte[] contents(int version, int size) {
        byte[] bytes = new byte[size];
        new Random(31L * version + size).nextBytes(bytes);
        return bytes;
    }

    /** Tells a snapshot of the video. */
    public void tell(UUID video, long revision, Privacy privacy, PackagedVideo packaged) {
        tell(video, UUID.randomUUID(), revision, privacy, packaged);
    }

    /** Tells a snapshot of the video in an event of that id. */
    public void tell(UUID video, UUID eventId, long revision, Privacy privacy, PackagedVideo packaged) {
        Video.Builder snapshot = Video.newBuilder()
                .setId(video.toString())
                .setInstanceId(INSTANCE)
                .setRevision(revision)
                .setPrivacy(privacy)
                .setVersion(packaged.getVersion())
                .setPackaged(packaged);
        send(
                video,
                eventId,
                VideoEvent.newBuilder()
                        .setRevision(revision)
                        .setUpdated(VideoUpdated.newBuilder().setVideo(snapshot)));
    }

    /** Says that the video is gone. */
    public void deleted(UUID video, long revision) {
        send(
                video,
                UUID.randomUUID(),
                VideoEvent.newBuilder().setRevision(revision).setDeleted(VideoDeleted.getDefaultInstance()));
    }

    /** Waits for a fact about the video. */
    public SeedingEvent await(UUID video, Predicate<SeedingEvent> wanted) {
        return Eventually.until(
                        "the fact", () -> all(video), events -> events.stream().anyMatch(wanted))
                .stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** All facts about the torrents of a video so far. */
    public List<SeedingEvent> of(UUID video) {
        return all(video).stream().filter(event -> !event.hasCidPublished()).toList();
    }

    private List<SeedingEvent> all(UUID video) {
        return events.stream()
                .filter(event -> event.getVideoId().equals(video.toString()))
                .toList();
    }

    /** Facts of damage to an object so far. */
    public List<IpfsEvent> damaged(ObjectKey key) {
        return Eventually.until(
                "the damage",
                () -> ipfs.stream()
                        .filter(event -> event.getDamaged().getKey().equals(key.value()))
                        .toList(),
                found -> !found.isEmpty());
    }

    /** Puts a message on a topic. */
    public void send(String topic, String key, byte[] value) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(message);
        producer.flush();
    }

    private void send(UUID video, UUID eventId, VideoEvent.Builder event) {
        byte[] value = event.setInstanceId(INSTANCE)
                .setVideoId(video.toString())
                .build()
                .toByteArray();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>("video.v1", video.toString(), value);
        message.headers().add("ce_id", eventId.toString().getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(message);
        producer.flush();
    }

    private void listen(String brokers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "group.id", "test-" + UUID.randomUUID(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("seeding.v1", "ipfs.v1"));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::heard);
            }
        }
    }

    private void heard(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.topic().equals("ipfs.v1")) {
                ipfs.add(IpfsEvent.parseFrom(message.value()));
            } else {
                events.add(SeedingEvent.parseFrom(message.value()));
            }
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
