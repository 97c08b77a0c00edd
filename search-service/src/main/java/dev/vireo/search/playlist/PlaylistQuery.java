package dev.vireo.search.playlist;

import dev.vireo.search.sight.Sight;
import java.util.List;

/**
 * A checked question for a page of playlists.
 *
 * @param sight which playlists the caller sees at all, and which of their pictures
 * @param words to look for; empty for a plain list
 * @param of where they are
 * @param order of the page
 * @param page which one
 */
record PlaylistQuery(Sight sight, String words, Of of, Order order, Page page) {

    /**
     * Conditions; an empty one lets everything pass.
     *
     * @param ids of the playlists
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

    /** What it is ordered by. */
    record Order(Sort sort, boolean ascending) {}

    /** A part of the list. */
    record Page(int start, int count, boolean total) {}

    /** A field to order by. */
    enum Sort {
        MATCH("_score"),
        CREATED("createdAt"),
        NAME("displayName.sort"),
        UPDATED("updatedAt");

        private final String field;

        Sort(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
