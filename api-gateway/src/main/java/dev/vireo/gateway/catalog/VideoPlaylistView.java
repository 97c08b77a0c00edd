package dev.vireo.gateway.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A playlist of videos, without them.
 *
 * @param id UUID
 * @param revision optimistic version
 * @param texts what the owner says of it
 * @param privacy who may see it; never internal
 * @param account whose it is
 * @param channel where it is; null for none
 * @param length how many elements it has
 * @param created when it was made
 * @param updated last change
 * @param cover the video whose picture is its picture; null when the caller may not see it, or there is none
 */
public record VideoPlaylistView(
        UUID id,
        long revision,
        Texts texts,
        Privacy privacy,
        VideoView.Owner.Party account,
        VideoView.Owner.@Nullable Party channel,
        int length,
        Instant created,
        Instant updated,
        @Nullable VideoView cover) {

    /**
     * What the owner says of a playlist.
     *
     * @param name 1 to 120 characters
     * @param description free text, may be empty
     */
    public record Texts(String name, String description) {}
}
