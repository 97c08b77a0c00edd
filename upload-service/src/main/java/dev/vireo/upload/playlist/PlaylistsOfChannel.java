package dev.vireo.upload.playlist;

import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelContents;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.NamedAfterChannel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The playlists that go when their channel is deleted, and are told again when it is renamed. */
@Component
final class PlaylistsOfChannel implements ChannelContents, NamedAfterChannel {
    /** Each is told with all its elements. */
    private static final int BATCH = 20;

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
    public Optional<UUID> tellAgain(ChannelId channel, UUID after) {
        List<PlaylistId> next = playlists.after(channel, after, BATCH);
        playlists.lockAll(next).forEach(changes::told);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.getLast().value());
    }
}
