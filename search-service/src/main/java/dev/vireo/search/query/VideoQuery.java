package dev.vireo.search.query;

import dev.vireo.search.sight.Party;
import dev.vireo.search.sight.Sight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked question for a page of videos.
 *
 * @param sight which videos the caller sees at all
 * @param words to look for; empty for a plain list
 * @param filter conditions
 * @param order of the page
 * @param page which one
 * @param boosted languages that come before others that match as well
 */
record VideoQuery(Sight sight, String words, Filter filter, Order order, Page page, List<String> boosted) {
    VideoQuery {
        boosted = List.copyOf(boosted);
    }

    /** Conditions; an empty list or null lets everything pass. */
    record Filter(
            Labels labels,
            @Nullable Boolean nsfw,
            @Nullable Boolean live,
            @Nullable Boolean local,
            Of of,
            Range duration,
            Range published) {}

    /** One of each list. */
    record Labels(
            List<Integer> categories,
            List<Integer> licences,
            List<String> languages,
            List<String> anyTag,
            List<String> allTags) {
        Labels {
            categories = List.copyOf(categories);
            licences = List.copyOf(licences);
            languages = List.copyOf(languages);
            anyTag = List.copyOf(anyTag);
            allTags = List.copyOf(allTags);
        }
    }

    /** Where they are; an empty text lets everything pass. */
    record Of(List<String> ids, String host, Party account, Party channel, List<String> channels) {
        Of {
            ids = List.copyOf(ids);
            channels = List.copyOf(channels);
        }
    }

    /** From and to, both inside. */
    record Range(@Nullable Long from, @Nullable Long to) {}

    /** What it is ordered by. */
    record Order(Sort sort, boolean ascending) {
        /** What matches best is first. */
        boolean best() {
            return sort == Sort.MATCH && !ascending;
        }
    }

    /** A field to order by. */
    enum Sort {
        MATCH("_score"),
        PUBLISHED("publishedAt"),
        CREATED("createdAt"),
        NAME("name.sort"),
        DURATION("duration"),
        VIEWS("views"),
        TRENDING("trending"),
        HOT("hot"),
        LIKES("likes"),
        COMMENTS("comments");

        private final String field;

        Sort(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /**
     * A part of the list.
     *
     * @param start how many come before it, where they are counted
     * @param after where the page before it ended; null to count from the beginning
     */
    record Page(
            int start, int count, boolean total, @Nullable Cursor after) {}
}
