package dev.vireo.search.query;

import dev.vireo.search.sight.Sight;
import java.util.List;
import java.util.Map;

/**
 * A checked question for a page of channels.
 *
 * @param sight which channels the caller sees at all
 * @param words to look for; empty for a plain list
 * @param of where they are
 * @param order of the page
 * @param page which one
 */
record ChannelQuery(Sight sight, String words, Of of, Order order, Page page) {

    /**
     * Conditions; an empty one lets everything pass.
     *
     * @param names by host; those of the instance itself below the empty text
     */
    record Of(List<String> ids, Map<String, List<String>> names, String host) {
        Of {
            ids = List.copyOf(ids);
            names = Map.copyOf(names);
        }
    }

    /** What it is ordered by. */
    record Order(Sort sort, boolean ascending) {}

    /** A field to order by. */
    enum Sort {
        MATCH("_score"),
        CREATED("createdAt"),
        NAME("displayName.sort"),
        HANDLE("name"),
        UPDATED("updatedAt");

        private final String field;

        Sort(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** A part of the list. */
    record Page(int start, int count, boolean total) {}
}
