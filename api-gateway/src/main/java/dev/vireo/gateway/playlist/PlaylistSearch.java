package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.PageOf;
import java.util.List;

/**
 * What is asked of the playlists that everybody may find.
 *
 * @param words to look for; may be empty
 * @param of where they are
 * @param sort what it is ordered by
 * @param ascending the other way round
 * @param window which part
 */
record PlaylistSearch(String words, Of of, Sort sort, boolean ascending, PageOf.Window window) {

    /**
     * Conditions; an empty one lets everything pass.
     *
     * @param ids UUIDs
     * @param host of their instance
     * @param account name of their owner
     * @param channel name of their channel
     * @param filled without those that have no videos
     */
    record Of(List<String> ids, String host, String account, String channel, boolean filled) {
        Of {
            ids = List.copyOf(ids);
        }
    }

    /** Orders. */
    enum Sort {
        /** By relevance. */
        MATCH,
        /** By the time of creation. */
        CREATED,
        /** By name. */
        NAME,
        /** By the time of the last change. */
        UPDATED
    }
}
