package dev.vireo.upload.playlist;

import com.google.protobuf.Descriptors.Descriptor;
import dev.vireo.contracts.playlist.v1.PlaylistCreated;
import dev.vireo.contracts.playlist.v1.PlaylistDeleted;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistUpdated;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import org.springframework.stereotype.Component;

/** Facts about playlists for topic {@code playlist.v1}, each added to the transaction that makes it true. */
@Component
final class PlaylistEvents {
    private static final String TOPIC = "playlist.v1";

    private final EventOutbox outbox;

    PlaylistEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void created(Playlist playlist) {
        add(
                PlaylistCreated.getDescriptor(),
                event(playlist)
                        .setCreated(PlaylistCreated.newBuilder()
                                .setPlaylist(PlaylistMapper.message(playlist, Elements.NONE))));
    }

    void updated(Playlist playlist, Elements elements) {
        add(
                PlaylistUpdated.getDescriptor(),
                event(playlist)
                        .setUpdated(
                                PlaylistUpdated.newBuilder().setPlaylist(PlaylistMapper.message(playlist, elements))));
    }

    void deleted(Playlist playlist) {
        add(
                PlaylistDeleted.getDescriptor(),
                about(playlist, playlist.revision() + 1).setDeleted(PlaylistDeleted.getDefaultInstance()));
    }

    private static PlaylistEvent.Builder event(Playlist playlist) {
        return about(playlist, playlist.revision())
                .setOwnerSubject(playlist.owner().subject());
    }

    private static PlaylistEvent.Builder about(Playlist playlist, long revision) {
        return PlaylistEvent.newBuilder()
                .setInstanceId(playlist.instance().value())
                .setPlaylistId(playlist.id().value().toString())
                .setRevision(revision);
    }

    private void add(Descriptor type, PlaylistEvent.Builder event) {
        outbox.add(new OutboxEvent(
                TOPIC, event.getPlaylistId(), type.getFullName(), event.build().toByteArray()));
    }
}
