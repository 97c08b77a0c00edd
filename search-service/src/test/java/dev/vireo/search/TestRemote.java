package dev.vireo.search;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.origin.v1.Origin;
import dev.vireo.contracts.remote.v1.RemoteChannelChanged;
import dev.vireo.contracts.remote.v1.RemoteChannelEvent;
import dev.vireo.contracts.remote.v1.RemoteVideoChanged;
import dev.vireo.contracts.remote.v1.RemoteVideoDeleted;
import dev.vireo.contracts.remote.v1.RemoteVideoEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.testkit.RealServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Facts about videos and channels of other servers, sent as federation-service sends them. */
public final class TestRemote implements AutoCloseable {
    private static final String VIDEOS = "remote-video.v1";

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A public video of that server, otherwise as one of ours. */
    public static Video.Builder video(String name, String host) {
        Video.Builder video = TestVideos.video(name);
        return video.clearInstanceId()
                .setOrigin(
                        Origin.newBuilder().setHost(host).setUrl("https://" + host + "/videos/watch/" + video.getId()));
    }

    /** Sends the video as these instances show it, and gives it. */
    public Video tell(Video.Builder video, String... instances) {
        Video whole = video.build();
        send(
                VIDEOS,
                whole.getId(),
                RemoteVideoEvent.newBuilder()
                        .setVideoId(whole.getId())
                        .setRevision(whole.getRevision())
                        .setChanged(
                                RemoteVideoChanged.newBuilder().setVideo(whole).addAllInstanceIds(List.of(instances)))
                        .build()
                        .toByteArray());
        return whole;
    }

    /** Says that it is gone. */
    public void delete(Video video, long revision) {
        send(
                VIDEOS,
                video.getId(),
                RemoteVideoEvent.newBuilder()
                        .setVideoId(video.getId())
                        .setRevision(revision)
                        .setDeleted(RemoteVideoDeleted.getDefaultInstance())
                        .build()
                        .toByteArray());
    }

    /** Sends the channel as these instances show it, and gives it. */
    public Channel tell(Channel.Builder channel, String host, String... instances) {
        Origin origin = Origin.newBuilder()
                .setHost(host)
                .setUrl("https://" + host + "/video-channels/" + channel.getName())
                .build();
        channel.clearInstanceId().setOrigin(origin);
        channel.getOwnerBuilder().clearInstanceId().setOrigin(origin);
        Channel whole = channel.build();
        send(
                "remote-channel.v1",
                whole.getId(),
                RemoteChannelEvent.newBuilder()
                        .setChannelId(whole.getId())
                        .setRevision(whole.getRevision())
                        .setChanged(RemoteChannelChanged.newBuilder()
                                .setChannel(whole)
                                .addAllInstanceIds(List.of(instances)))
                        .build()
                        .toByteArray());
        return whole;
    }

    private void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The event was not sent", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
