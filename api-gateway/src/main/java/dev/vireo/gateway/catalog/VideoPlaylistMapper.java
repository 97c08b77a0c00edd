package dev.vireo.gateway.catalog;

import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.contracts.video.v1.Video;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Playlists from the contract to ours. */
public final class VideoPlaylistMapper {
    private VideoPlaylistMapper() {}

    /** A playlist with its picture. */
    public static VideoPlaylistView view(Playlist playlist, @Nullable Video cover) {
        var account = playlist.getAccount();
        var channel = playlist.getChannel();
        return new VideoPlaylistView(
                UUID.fromString(playlist.getId()),
                playlist.getRevision(),
                new VideoPlaylistView.Texts(playlist.getDisplayName(), playlist.getDescription()),
                privacy(playlist.getPrivacy()),
                new VideoView.Owner.Party(account.getId(), account.getName(), account.getDisplayName(), "", null),
                playlist.hasChannel()
                        ? new VideoView.Owner.Party(
                                channel.getId(),
                                channel.getName(),
                                channel.getDisplayName(),
                                channel.getDescription(),
                                null)
                        : null,
                playlist.getLength(),
                VideoMapper.instant(playlist.getCreatedAt()),
                VideoMapper.instant(playlist.getUpdatedAt()),
                cover == null ? null : VideoMapper.view(cover));
    }

    /** As the contract has it; what it does not have is for it to refuse. */
    public static PlaylistPrivacy privacy(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC;
            case UNLISTED -> PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED;
            case PRIVATE -> PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE;
            case INTERNAL -> PlaylistPrivacy.PLAYLIST_PRIVACY_UNSPECIFIED;
        };
    }

    /** What is not known yet counts as private, so that nothing is shown by mistake. */
    private static Privacy privacy(PlaylistPrivacy privacy) {
        return switch (privacy) {
            case PLAYLIST_PRIVACY_PUBLIC -> Privacy.PUBLIC;
            case PLAYLIST_PRIVACY_UNLISTED -> Privacy.UNLISTED;
            case PLAYLIST_PRIVACY_PRIVATE, PLAYLIST_PRIVACY_UNSPECIFIED, UNRECOGNIZED -> Privacy.PRIVATE;
        };
    }
}
