package dev.vireo.search;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.comment.v1.CommentCountChanged;
import dev.vireo.contracts.comment.v1.CommentCountEvent;
import dev.vireo.contracts.companion.v1.CompanionEvent;
import dev.vireo.contracts.companion.v1.CompanionsChanged;
import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoDeleted;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.contracts.video.v1.VideoUpdated;
import dev.vireo.testkit.RealServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Facts about videos, sent as upload-service sends them. */
public final class TestVideos implements AutoCloseable {
    private static final String TOPIC = "video.v1";

    private final KafkaProducer<String, byte[]> producer;

    /** On the broker that all tests share. */
    public TestVideos() {
        this(RealServers.kafka().bootstrapServers());
    }

    /** On a broker of the test's own. */
    public TestVideos(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A published, public video of an hour ago at the instance {@code main}. */
    public static Video.Builder video(String name) {
        long now = System.currentTimeMillis() / 1000;
        return Video.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setInstanceId("main")
                .setRevision(1)
                .setName(name)
                .setPrivacy(Privacy.PRIVACY_PUBLIC)
                .setState(VideoState.VIDEO_STATE_PUBLISHED)
                .setFilename("secret-name.mp4")
                .setDuration(Duration.newBuilder().setSeconds(60))
                .setChannel(ChannelSummary.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setName("alice_channel")
                        .setDisplayName("Alice's films"))
                .setAccount(AccountSummary.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setName("alice")
                        .setDisplayName("Alice"))
                .setCreatedAt(Timestamp.newBuilder().setSeconds(now - 3600))
                .setUpdatedAt(Timestamp.newBuilder().setSeconds(now - 3600))
                .setPublishedAt(Timestamp.newBuilder().setSeconds(now - 3600));
    }

    /** Of a topic that the service reads, where the facts about the video with that id are in order. */
    public static int partition(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.US_ASCII)))
                % RunningSearchService.PARTITIONS;
    }

    /** Sends the video as it is, and gives it. */
    public Video tell(Video.Builder video) {
        Video whole = video.build();
        send(whole.getId(), updated(whole));
        return whole;
    }

    /** The same, of an owner whose tokens have that subject. */
    public Video tell(Video.Builder video, String ownerSubject) {
        Video whole = video.build();
        send(whole.getId(), updated(whole, ownerSubject));
        return whole;
    }

    /** The same, and the broker may take its time; {@link #flush} waits. */
    public Video later(Video.Builder video) {
        Video whole = video.build();
        var unused = producer.send(new ProducerRecord<>(TOPIC, whole.getId(), updated(whole)));
        return whole;
    }

    /** As above, of the end. */
    public void deleteLater(Video video, long revision) {
        var unused = producer.send(new ProducerRecord<>(TOPIC, video.getId(), deleted(video, revision)));
    }

    /** Returns when the broker has all. */
    public void flush() {
        producer.flush();
    }

    /** A marker in each partition: when all are found, all that was told before has been seen to. */
    public List<Video> tellEverywhere(String name) {
        return producer.partitionsFor(TOPIC).stream()
                .map(partition -> {
                    Video marker = video(name).build();
                    send(new ProducerRecord<>(TOPIC, partition.partition(), marker.getId(), updated(marker)));
                    return marker;
                })
                .toList();
    }

    private static byte[] updated(Video whole) {
        return updated(whole, "");
    }

    private static byte[] updated(Video whole, String ownerSubject) {
        return VideoEvent.newBuilder()
                .setInstanceId(whole.getInstanceId())
                .setVideoId(whole.getId())
                .setRevision(whole.getRevision())
                .setOwnerSubject(ownerSubject)
                .setUpdated(VideoUpdated.newBuilder().setVideo(whole))
                .build()
                .toByteArray();
    }

    /** Says how much it is watched. */
    public void watched(String id, long revision, long views, double trending) {
        send(counts(id, revision, views, trending));
    }

    /** The same in a transaction, as the service itself says it: its end takes a place in the topic that no one sees. */
    public void watchedInTransaction(String id, long revision, long views, double trending) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealServers.kafka().bootstrapServers(), "transactional.id", "counts-of-" + id);
        try (KafkaProducer<String, byte[]> transactional =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            var unused = transactional.send(counts(id, revision, views, trending));
            transactional.commitTransaction();
        }
    }

    private static ProducerRecord<String, byte[]> counts(String id, long revision, long views, double trending) {
        return new ProducerRecord<>(
                "popularity.v1",
                id,
                PopularityEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id)
                        .setRevision(revision)
                        .setChanged(PopularityChanged.newBuilder()
                                .setViews(views)
                                .setViewsLastDay(views)
                                .setViewsLastWeek(views)
                                .setTrending(trending))
                        .build()
                        .toByteArray());
    }

    /** Says how many comments everybody may read. */
    public void commented(String id, long revision, long comments) {
        send(new ProducerRecord<>(
                "comment-count.v1",
                id,
                CommentCountEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id)
                        .setRevision(revision)
                        .setChanged(CommentCountChanged.newBuilder().setComments(comments))
                        .build()
                        .toByteArray()));
    }

    /** Says what those watch who watch it. */
    public void companions(String id, long revision, List<String> companions) {
        send(new ProducerRecord<>(
                "companion.v1",
                id,
                CompanionEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id)
                        .setRevision(revision)
                        .setChanged(CompanionsChanged.newBuilder().addAllVideoIds(companions))
                        .build()
                        .toByteArray()));
    }

    /** Says that it is gone. */
    public void delete(Video video, long revision) {
        send(video.getId(), deleted(video, revision));
    }

    private static byte[] deleted(Video video, long revision) {
        return VideoEvent.newBuilder()
                .setInstanceId(video.getInstanceId())
                .setVideoId(video.getId())
                .setRevision(revision)
                .setDeleted(VideoDeleted.getDefaultInstance())
                .build()
                .toByteArray();
    }

    /** Sends anything. */
    public void send(String key, byte[] value) {
        send(new ProducerRecord<>(TOPIC, key, value));
    }

    private void send(ProducerRecord<String, byte[]> event) {
        event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        try {
            producer.send(event).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The event was not sent", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
