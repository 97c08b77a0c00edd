package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.rest.Handles;
import dev.vireo.kit.error.PlatformException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PeerTube's query of a list of videos, checked; a failure names the field. Parameters that PeerTube has and Vireo does not
 * know are not looked at.
 *
 * @param search what is asked
 * @param count how many at most; 0 asks for the total alone
 */
record VideoListQuery(VideoSearch search, int count) {
    /** The order of a search. */
    static final String BEST_MATCH = "-match";
    /** The order of a plain list. */
    static final String NEWEST = "-publishedAt";

    /** No video of ours says when it was published first, for which PeerTube takes its publication here. */
    private static final Map<String, VideoSearch.Sort> SORTS = Map.ofEntries(
            Map.entry("match", VideoSearch.Sort.MATCH),
            Map.entry("publishedAt", VideoSearch.Sort.PUBLISHED),
            Map.entry("originallyPublishedAt", VideoSearch.Sort.PUBLISHED),
            Map.entry("createdAt", VideoSearch.Sort.CREATED),
            Map.entry("name", VideoSearch.Sort.NAME),
            Map.entry("duration", VideoSearch.Sort.DURATION),
            Map.entry("views", VideoSearch.Sort.VIEWS),
            Map.entry("likes", VideoSearch.Sort.LIKES),
            Map.entry("comments", VideoSearch.Sort.COMMENTS),
            Map.entry("trending", VideoSearch.Sort.TRENDING),
            Map.entry("hot", VideoSearch.Sort.HOT),
            Map.entry("best", VideoSearch.Sort.BEST));

    /** PeerTube passes on what it was asked itself. */
    private static final Set<String> NOT_EVERYWHERE =
            Set.of("searchTarget", "isLocal", "include", "include[]", "privacyOneOf", "privacyOneOf[]", "cursor");

    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_COUNT = 100;
    private static final int MOST_DEEP = 10_000;
    private static final int MOST_LABEL = Byte.MAX_VALUE;
    /** PeerTube's flags, all of them. */
    private static final int MOST_FLAGS = 63;

    private static final int LONGEST_SEARCH = 1_000;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_CURSOR = 2_000;

    /** Whose videos; their host is empty for somebody of the instance itself. */
    record Whose(VideoSearch.Party account, VideoSearch.Party channel, String host, List<String> channels) {
        /** Everybody's. */
        static final Whose ANYBODY = of(List.of());

        /** Of the account with that handle, as {@link Handles#relative} gives it. */
        static Whose ofAccount(String handle) {
            String[] parts = handle.split("@", 2);
            return new Whose(new VideoSearch.Party(parts[0], ""), VideoSearch.Party.ANY, host(parts), List.of());
        }

        /** Of the channel with that handle. */
        static Whose ofChannel(String handle) {
            String[] parts = handle.split("@", 2);
            return new Whose(VideoSearch.Party.ANY, new VideoSearch.Party(parts[0], ""), host(parts), List.of());
        }

        private static String host(String[] parts) {
            return parts.length == 1 ? "" : parts[1];
        }

        /** Of one of several channels. */
        static Whose of(List<String> channels) {
            return new Whose(VideoSearch.Party.ANY, VideoSearch.Party.ANY, "", channels);
        }
    }

    /** Of everybody's videos. */
    static VideoListQuery of(Map<String, List<String>> parameters, String order) {
        return of(parameters, order, Whose.ANYBODY);
    }

    /** Reads the query; {@code order} is the one that it has when it names none. */
    static VideoListQuery of(Map<String, List<String>> parameters, String order, Whose whose) {
        QueryFields fields = new QueryFields(parameters);
        ListFields.local(fields);
        int count = fields.number("count", DEFAULT_COUNT, MOST_COUNT);
        VideoSearch search = new VideoSearch(
                fields.text("search", LONGEST_SEARCH),
                labels(fields),
                new VideoSearch.Flags(fields.nsfw(), fields.flag("isLive"), fields.flag("isLocal")),
                new VideoSearch.Beyond(privacies(fields), fields.number("include", 0, MOST_FLAGS)),
                new VideoSearch.Where(
                        fields.uuids("uuids"),
                        whose.host().isEmpty() ? ListFields.host(fields) : ListFields.host(whose.host()),
                        whose.account(),
                        whose.channel(),
                        whose.channels()),
                new VideoSearch.Ranges(
                        fields.number("durationMin", Integer.MAX_VALUE),
                        fields.number("durationMax", Integer.MAX_VALUE),
                        fields.time("startDate"),
                        fields.time("endDate")),
                order(fields.text("sort", LONGEST_TEXT), order),
                part(fields, count));
        return new VideoListQuery(search, count);
    }

    /** Of a search over all instances, in which only what is public can be asked for, and nothing is local. */
    static VideoListQuery everywhere(Map<String, List<String>> parameters) {
        Map<String, List<String>> asked = new HashMap<>(parameters);
        NOT_EVERYWHERE.forEach(asked::remove);
        return of(asked, BEST_MATCH);
    }

    /** Whether the answer tells how many there are in all. */
    boolean total() {
        return search.part().total();
    }

    private static VideoSearch.Labels labels(QueryFields fields) {
        return new VideoSearch.Labels(
                fields.numbers("categoryOneOf", 1, MOST_LABEL),
                fields.numbers("licenceOneOf", 1, MOST_LABEL),
                fields.texts("languageOneOf", LONGEST_TEXT),
                fields.texts("tagsOneOf", LONGEST_TEXT),
                fields.texts("tagsAllOf", LONGEST_TEXT));
    }

    private static List<Privacy> privacies(QueryFields fields) {
        List<Integer> asked = fields.numbers("privacyOneOf", 1, Privacy.values().length);
        return Arrays.stream(Privacy.values())
                .filter(privacy -> asked.contains(privacy.id()))
                .toList();
    }

    private static VideoSearch.Order order(String asked, String otherwise) {
        String text = asked.isEmpty() ? otherwise : asked;
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        VideoSearch.Sort sort = SORTS.get(name);
        if (sort == null) {
            throw PlatformException.invalid(
                    "sort",
                    "must be one of "
                            + String.join(", ", SORTS.keySet().stream().sorted().toList())
                            + ", with - before it for the other way round.");
        }
        return new VideoSearch.Order(sort, !descending);
    }

    private static VideoSearch.Part part(QueryFields fields, int count) {
        int start = fields.number("start", 0, MOST_DEEP);
        String cursor = fields.text("cursor", LONGEST_CURSOR);
        if (!cursor.isEmpty() && start > 0) {
            throw PlatformException.invalid("start", "a cursor says where the page begins: leave start out.");
        }
        if (start + count > MOST_DEEP) {
            throw PlatformException.invalid("start", "with count at most " + MOST_DEEP + ": page on with cursor.");
        }
        return new VideoSearch.Part(
                new PageOf.Window(count == 0 ? 0 : start, Math.max(1, count)),
                !Boolean.TRUE.equals(fields.flag("skipCount")),
                cursor);
    }
}
