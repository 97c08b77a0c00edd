package dev.vireo.upload.playlist;

import org.jspecify.annotations.Nullable;

/**
 * A change of a playlist; what is null stays.
 *
 * @param revision the revision the caller has seen; null for whichever
 * @param channelId a UUID; empty for no channel
 */
record PlaylistChange(
        @Nullable Long revision,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable PlaylistPrivacy privacy,
        @Nullable String channelId) {

    PlaylistDetails over(PlaylistDetails present) {
        return new PlaylistDetails(
                displayName == null ? present.displayName() : displayName,
                description == null ? present.description() : description,
                privacy == null ? present.privacy() : privacy);
    }
}
