package dev.vireo.search;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelDeleted;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.contracts.channel.v1.ChannelUpdated;
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

/** Facts about channels, sent as upload-service sends them. */
public final class TestChannels implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A channel of somebody, both made at that second. */
    public static Channel.Builder channel(String instance, String name, String owner, int second) {
        Timestamp then = Timestamp.newBuilder().setSeconds(second).build();
        return Channel.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setInstanceId(instance)
                .setRevision(1)
                .setName(name)
                .setDisplayName("Films of " + owner)
                .setOwner(Account.newBuilder()
                        .setId(UUID.nameUUIDFromBytes((owner + "@" + instance).getBytes(StandardCharsets.UTF_8))
                                .toString())
                        .setInstanceId(instance)
                        .setName(owner)
                        .setDisplayName("The person " + owner)
                        .setCreatedAt(then)
                        .setUpdatedAt(then))
                .setCreatedAt(then)
                .setUpdatedAt(then);
    }

    /** Sends the channel as it is, and gives it. */
    public Channel tell(Channel.Builder channel, String ownerSubject) {
        Channel whole = channel.build();
        send(
                whole,
                ChannelEvent.newBuilder()
                        .setRevision(whole.getRevision())
                        .setOwnerSubject(ownerSubject)
                        .setUpdated(ChannelUpdated.newBuilder().setChannel(whole)));
        return whole;
    }

    /** Says that it is gone. */
    public void delete(Channel channel) {
        send(
                channel,
                ChannelEvent.newBuilder()
                        .setRevision(channel.getRevision() + 1)
                        .setDeleted(ChannelDeleted.getDefaultInstance()));
    }

    private void send(Channel channel, ChannelEvent.Builder fact) {
        byte[] value = fact.setInstanceId(channel.getInstanceId())
                .setChannelId(channel.getId())
                .build()
                .toByteArray();
        try {
            producer.send(new ProducerRecord<>("channel.v1", channel.getId(), value))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The event was not sent", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
