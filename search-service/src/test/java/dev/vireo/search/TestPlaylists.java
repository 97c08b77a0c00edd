package dev.vireo.search;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistDeleted;
import dev.vireo.contracts.playlist.v1.PlaylistElement;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.contracts.playlist.v1.PlaylistUpdated;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.testkit.RealServers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Facts about playlists, sent as upload-service sends them. */
public final class TestPlaylists implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A public one of somebody, made at that second, with these videos in it. */
    public static Playlist.Builder playlist(String instance, String name, String owner, int second, String... videos) {
        Timestamp then = Timestamp.newBuilder().setSeconds(second).build();
        Playlist.Builder playlist = Playlist.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setInstanceId(instance)
                .setRevision(1)
                .setDisplayName(name)
                .setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC)
                .setAccount(AccountSummary.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setName(owner)
                        .setDisplayName("The person " + owner))
                .setChannel(ChannelSummary.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setName(owner + "_channel")
                        .setDisplayName("Films of " + owner))
                .setLength(videos.length)
                .setCreatedAt(then)
                .setUpdatedAt(then);
        for (String video : videos) {
            playlist.addElements(PlaylistElement.newBuilder()
                    .setId(UUID.randomUUID().toString())
                    .setVideoId(video));
        }
        return playlist;
    }

    /** Sends the playlist as it is, and gives it as answers have it. */
    public Playlist tell(Playlist.Builder playlist) {
        return tellBehind(playlist.getId(), playlist);
    }

    /** The same, in the partition of the other one: when it is found, all that was told of that one has been read. */
    public Playlist tellBehind(String other, Playlist.Builder playlist) {
        Playlist whole = playlist.build();
        send(
                other,
                whole,
                PlaylistEvent.newBuilder()
                        .setRevision(whole.getRevision())
                        .setOwnerSubject("somebody")
                        .setUpdated(PlaylistUpdated.newBuilder().setPlaylist(whole)));
        return whole.toBuilder().clearElements().build();
    }

    /** Says that it is gone. */
    public void delete(Playlist playlist, long revision) {
        send(
                playlist.getId(),
                playlist,
                PlaylistEvent.newBuilder().setRevision(revision).setDeleted(PlaylistDeleted.getDefaultInstance()));
    }

    private void send(String key, Playlist playlist, PlaylistEvent.Builder fact) {
        byte[] value = fact.setInstanceId(playlist.getInstanceId())
                .setPlaylistId(playlist.getId())
                .build()
                .toByteArray();
        try {
            producer.send(new ProducerRecord<>("playlist.v1", key, value)).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The event was not sent", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
