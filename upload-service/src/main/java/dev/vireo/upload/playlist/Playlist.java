package dev.vireo.upload.playlist;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A playlist without its elements; a value, each change of either makes a new one with the next revision.
 *
 * @param id the playlist
 * @param revision optimistic version
 * @param owner whose it is
 * @param channel where it is, one of the owner's; null for none
 * @param details what the owner says of it
 * @param length how many elements it has
 * @param cover the video of its first element; null while it is empty
 * @param createdAt when it was made
 * @param updatedAt last change
 */
record Playlist(
        PlaylistId id,
        long revision,
        Account owner,
        @Nullable Channel channel,
        PlaylistDetails details,
        int length,
        @Nullable VideoId cover,
        Instant createdAt,
        Instant updatedAt) {

    InstanceId instance() {
        return owner.instance();
    }

    boolean mayBeEditedBy(Caller caller) {
        return owner.mayBeEditedBy(caller);
    }

    boolean isVisibleTo(Caller caller) {
        return instance().equals(caller.instance())
                && (details.privacy() != PlaylistPrivacy.PRIVATE || mayBeEditedBy(caller) || caller.moderator());
    }

    Playlist with(PlaylistDetails changed, @Nullable Channel to, Instant now) {
        return new Playlist(id, revision + 1, owner, to, changed, length, cover, createdAt, now);
    }

    Playlist with(Elements elements, Instant now) {
        return new Playlist(
                id, revision + 1, owner, channel, details, elements.all().size(), elements.cover(), createdAt, now);
    }
}
