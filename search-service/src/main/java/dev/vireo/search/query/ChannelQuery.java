package dev.vireo.search.query;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;

/**
 * A checked question for a page of channels.
 *
 * @param instance whose channels
 * @param words to look for; empty for a plain list
 * @param of where they are
 * @param order of the page
 * @param page which one
 */
record ChannelQuery(InstanceId instance, String words, Of of, Order order, Page page) {

    /** Conditions; an empty one lets everything pass. */
    record Of(List<String> ids, List<String> names, String host) {
        Of {
            ids = List.copyOf(ids);
            names = List.copyOf(names);
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
