package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.Privacy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a page of videos; an empty list, an empty text or null lets everything pass.
 *
 * @param words to look for
 * @param labels what the owner says of a video
 * @param flags what a video is
 * @param beyond what is asked for beyond what the caller would see anyway
 * @param where which videos, or whose
 * @param ranges length and time
 * @param order of the page
 * @param part which page
 */
public record VideoSearch(
        String words, Labels labels, Flags flags, Beyond beyond, Where where, Ranges ranges, Order order, Part part) {

    /** One of each list, but all of the last. */
    public record Labels(
            List<Integer> categories,
            List<Integer> licences,
            List<String> languages,
            List<String> anyTag,
            List<String> allTags) {
        public Labels {
            categories = List.copyOf(categories);
            licences = List.copyOf(licences);
            languages = List.copyOf(languages);
            anyTag = List.copyOf(anyTag);
            allTags = List.copyOf(allTags);
        }
    }

    /** Only those that are, or only those that are not. */
    public record Flags(
            @Nullable Boolean nsfw,
            @Nullable Boolean live,
            @Nullable Boolean local) {}

    /**
     * Videos that are not listed for everybody, for their owner and the instance's moderators; others are refused.
     *
     * @param privacies only these; the usual ones when there are none
     * @param include PeerTube's flags
     */
    public record Beyond(List<Privacy> privacies, int include) {
        /** Nothing. */
        public static final Beyond NOTHING = new Beyond(List.of(), 0);

        public Beyond {
            privacies = List.copyOf(privacies);
        }
    }

    /** These by UUID, those of a host, an account, a channel or one of several channels, which are UUIDs. */
    public record Where(List<String> ids, String host, Party account, Party channel, List<String> channels) {
        /** Whatever there is. */
        public static final Where ANYWHERE = new Where(List.of(), "", Party.ANY, Party.ANY, List.of());

        public Where {
            ids = List.copyOf(ids);
            channels = List.copyOf(channels);
        }
    }

    /** An account or a channel, by name, by UUID or both. */
    public record Party(String name, String id) {
        /** Whichever. */
        public static final Party ANY = new Party("", "");
    }

    /** Seconds of length and the time of publication, both ends inside. */
    public record Ranges(
            @Nullable Integer durationMin,
            @Nullable Integer durationMax,
            @Nullable Instant publishedFrom,
            @Nullable Instant publishedTo) {}

    /** What a page is ordered by. */
    public record Order(Sort sort, boolean ascending) {}

    /** An order that the index has. */
    public enum Sort {
        /** Relevance; the time of publication when there are no words. */
        MATCH,
        /** Time of publication. */
        PUBLISHED,
        /** Time of upload. */
        CREATED,
        /** Title. */
        NAME,
        /** Length. */
        DURATION,
        /** All views. */
        VIEWS,
        /** Views, each worth half as much after a day. */
        TRENDING,
        /** Age, and the magnitude of views, likes and comments. */
        HOT,
        /** As hot, for whoever asks. */
        BEST,
        /** Likes. */
        LIKES,
        /** Comments that everybody may read. */
        COMMENTS
    }

    /**
     * A part of the list.
     *
     * @param window by numbers
     * @param total whether it is counted how many there are in all
     * @param cursor of the page before it; empty to count from the beginning
     */
    public record Part(PageOf.Window window, boolean total, String cursor) {}
}
