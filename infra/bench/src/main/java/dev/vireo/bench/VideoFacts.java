package dev.vireo.bench;

import com.google.protobuf.MessageLite;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelCreated;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.contracts.remote.v1.RemoteChannelChanged;
import dev.vireo.contracts.remote.v1.RemoteChannelEvent;
import dev.vireo.contracts.remote.v1.RemoteVideoChanged;
import dev.vireo.contracts.remote.v1.RemoteVideoEvent;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.video.v1.VideoPublished;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the bus of videos, and of the channel of the first of each, as their owners do. */
final class VideoFacts implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> channels = new HashSet<>();

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
        if (channels.add(video.getChannel().getId())) {
            tell(channel(video));
        }
        if (video.hasOrigin()) {
            send("remote-video.v1", video.getId(), remote(video));
        } else {
            send("video.v1", video.getId(), own(video));
        }
    }

    private void tell(Channel channel) {
        if (channel.hasOrigin()) {
            send("remote-channel.v1", channel.getId(), remote(channel));
        } else {
            send("channel.v1", channel.getId(), own(channel));
        }
    }

    private void send(String topic, String id, MessageLite fact) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, id, fact.toByteArray());
        event.headers().add("ce_id", id.getBytes(StandardCharsets.US_ASCII));
        var unused = producer.send(event);
    }

    private static Channel channel(Video video) {
        Account.Builder owner = Account.newBuilder()
                .setId(video.getAccount().getId())
                .setInstanceId(video.getInstanceId())
                .setName(video.getAccount().getName())
                .setDisplayName(video.getAccount().getDisplayName());
        Channel.Builder channel = Channel.newBuilder()
                .setId(video.getChannel().getId())
                .setInstanceId(video.getInstanceId())
                .setRevision(1)
                .setName(video.getChannel().getName())
                .setDisplayName(video.getChannel().getDisplayName())
                .setCreatedAt(video.getCreatedAt())
                .setUpdatedAt(video.getCreatedAt());
        if (video.hasOrigin()) {
            owner.setOrigin(video.getOrigin());
            channel.setOrigin(video.getOrigin());
        }
        return channel.setOwner(owner).build();
    }

    private static ChannelEvent own(Channel channel) {
        return ChannelEvent.newBuilder()
                .setInstanceId(channel.getInstanceId())
                .setChannelId(channel.getId())
                .setRevision(channel.getRevision())
                .setCreated(ChannelCreated.newBuilder().setChannel(channel))
                .build();
    }

    private static RemoteChannelEvent remote(Channel channel) {
        return RemoteChannelEvent.newBuilder()
                .setChannelId(channel.getId())
                .setRevision(channel.getRevision())
                .setChanged(
                        RemoteChannelChanged.newBuilder().setChannel(channel).addInstanceIds("main"))
                .build();
    }

    private static VideoEvent own(Video video) {
        return VideoEvent.newBuilder()
                .setInstanceId(video.getInstanceId())
                .setVideoId(video.getId())
                .setRevision(video.getRevision())
                .setPublished(VideoPublished.newBuilder().setVideo(video))
                .build();
    }

    private static RemoteVideoEvent remote(Video video) {
        return RemoteVideoEvent.newBuilder()
                .setVideoId(video.getId())
                .setRevision(video.getRevision())
                .setChanged(RemoteVideoChanged.newBuilder().setVideo(video).addInstanceIds("main"))
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
