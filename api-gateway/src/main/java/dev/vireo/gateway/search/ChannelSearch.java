package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import java.util.List;

/**
 * What is asked of the channels that everybody may see.
 *
 * @param words to look for; may be empty
 * @param host only channels of this one; may be empty
 * @param names only channels of these handles, without the host, unless there are none
 * @param sort what it is ordered by
 * @param ascending the other way round
 * @param window which part
 */
public record ChannelSearch(
        String words, String host, List<String> names, Sort sort, boolean ascending, PageOf.Window window) {
    /** Copies the names. */
    public ChannelSearch {
        names = List.copyOf(names);
    }

    /** Orders. */
    public enum Sort {
        /** By relevance. */
        MATCH,
        /** By the time of creation. */
        CREATED,
        /** By the name that a person reads. */
        NAME,
        /** By handle. */
        HANDLE,
        /** By the time of the last change. */
        UPDATED
    }
}
