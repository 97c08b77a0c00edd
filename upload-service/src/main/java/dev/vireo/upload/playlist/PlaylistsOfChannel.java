package dev.vireo.upload.playlist;

import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelContents;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.NamedAfterChannel;
import org.springframework.stereotype.Component;

/** The playlists that go when their channel is deleted, and are told again when it is renamed. */
@Component
final class PlaylistsOfChannel implements ChannelContents, NamedAfterChannel {
    private final JdbcPlaylistRepository playlists;
    private final PlaylistChanges changes;

    PlaylistsOfChannel(JdbcPlaylistRepository playlists, PlaylistChanges changes) {
        this.playlists = playlists;
        this.changes = changes;
    }

    @Override
    public void removeAllIn(Channel channel) {
        playlists.lockAllIn(channel.id()).forEach(changes::removed);
    }

    @Override
    public void tellAgain(ChannelId channel) {
        playlists.lockAllIn(channel).forEach(changes::told);
    }
}
