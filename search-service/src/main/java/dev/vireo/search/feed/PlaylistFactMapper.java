package dev.vireo.search.feed;

import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.DocumentWrite;
import dev.vireo.search.document.PlaylistDocument;
import dev.vireo.search.document.VideoDocument;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about a playlist changes in an index. Of one that is not for everybody nothing is kept there. */
final class PlaylistFactMapper {
    private PlaylistFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        PlaylistEvent fact = Facts.parse("PlaylistEvent", PlaylistEvent.parser(), value);
        return switch (fact.getEventCase()) {
            case CREATED -> write(fact, fact.getCreated().getPlaylist());
            case UPDATED -> write(fact, fact.getUpdated().getPlaylist());
            case DELETED -> DocumentWrite.gone(List.of(instance(fact)), id(fact), fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    private static DocumentWrite write(PlaylistEvent fact, Playlist playlist) {
        if (playlist.getPrivacy() != PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC) {
            return DocumentWrite.gone(List.of(instance(fact)), id(fact), fact.getRevision());
        }
        var channel = playlist.getChannel();
        var account = playlist.getAccount();
        return DocumentWrite.of(
                instance(fact),
                id(fact),
                fact.getRevision(),
                new PlaylistDocument(
                        playlist.getDisplayName(),
                        playlist.getDescription(),
                        new VideoDocument.Party(channel.getId(), channel.getName(), channel.getDisplayName()),
                        new VideoDocument.Party(account.getId(), account.getName(), account.getDisplayName()),
                        new PlaylistDocument.Contents(playlist.getLength(), cover(playlist)),
                        VideoDocumentMapper.millis(playlist.getCreatedAt()),
                        VideoDocumentMapper.millis(playlist.getUpdatedAt()),
                        playlist.toBuilder().clearElements().build().toByteArray()));
    }

    private static String cover(Playlist playlist) {
        return playlist.getElementsCount() == 0 ? "" : playlist.getElements(0).getVideoId();
    }

    private static InstanceId instance(PlaylistEvent fact) {
        return new InstanceId(fact.getInstanceId());
    }

    private static String id(PlaylistEvent fact) {
        return UUID.fromString(fact.getPlaylistId()).toString();
    }
}
