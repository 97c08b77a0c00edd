package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * A change of a playlist, or a new one; what is null stays.
 *
 * @param revision the revision the caller has seen, or null for whichever
 * @param displayName 1 to 120 characters
 * @param description empty removes it
 * @param privacy who may see it
 * @param channelId where it is to be; empty for no channel
 */
record PlaylistChange(
        @Nullable Long revision,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable Privacy privacy,
        @Nullable String channelId) {}
