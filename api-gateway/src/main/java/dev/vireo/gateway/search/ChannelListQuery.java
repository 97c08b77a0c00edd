package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.rest.Site;
import dev.vireo.kit.error.PlatformException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * PeerTube's query of a search of channels, checked; a failure names the field.
 *
 * @param search what is asked; empty when it can have no answer, as only handles of other hosts are asked for
 * @param count how many at most; 0 asks for the total alone
 */
record ChannelListQuery(Optional<ChannelSearch> search, int count) {
    private static final Map<String, ChannelSearch.Sort> SORTS = Map.of(
            "match", ChannelSearch.Sort.MATCH,
            "createdAt", ChannelSearch.Sort.CREATED,
            "displayName", ChannelSearch.Sort.NAME);
    /** PeerTube's ids grow with time. */
    private static final Map<String, ChannelSearch.Sort> LIST_SORTS = Map.of(
            "id", ChannelSearch.Sort.CREATED,
            "createdAt", ChannelSearch.Sort.CREATED,
            "updatedAt", ChannelSearch.Sort.UPDATED,
            "name", ChannelSearch.Sort.HANDLE);

    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_COUNT = 100;
    private static final int MOST_DEEP = 10_000;
    private static final int LONGEST_SEARCH = 1_000;
    private static final int LONGEST_TEXT = 100;

    /** Of a search over all instances. */
    static ChannelListQuery everywhere(Map<String, List<String>> parameters) {
        QueryFields fields = new QueryFields(parameters);
        return search(fields, fields.texts("handles", LONGEST_TEXT));
    }

    /** Of a search. */
    static ChannelListQuery of(Map<String, List<String>> parameters, Site site) {
        QueryFields fields = new QueryFields(parameters);
        VideoListQuery.local(fields.text("searchTarget", LONGEST_TEXT));
        List<String> handles = fields.texts("handles", LONGEST_TEXT);
        List<String> names = handles.stream()
                .filter(handle -> handle.indexOf('@') < 0
                        || handle.substring(handle.indexOf('@') + 1).equalsIgnoreCase(site.host()))
                .map(handle -> handle.split("@", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        ChannelListQuery asked = search(fields, names);
        return names.isEmpty() && !handles.isEmpty() ? new ChannelListQuery(Optional.empty(), asked.count()) : asked;
    }

    private static ChannelListQuery search(QueryFields fields, List<String> names) {
        Window window = Window.of(fields);
        ChannelSearch search = new ChannelSearch(
                fields.text("search", LONGEST_SEARCH),
                VideoListQuery.host(fields.text("host", LONGEST_TEXT)),
                names,
                sort(fields, "-match", SORTS),
                ascending(fields),
                window.asked());
        return new ChannelListQuery(Optional.of(search), window.count());
    }

    /** Of all channels, the newest first. */
    static ChannelListQuery all(Map<String, List<String>> parameters) {
        QueryFields fields = new QueryFields(parameters);
        Window window = Window.of(fields);
        ChannelSearch search = new ChannelSearch(
                "", "", List.of(), sort(fields, "-createdAt", LIST_SORTS), ascending(fields), window.asked());
        return new ChannelListQuery(Optional.of(search), window.count());
    }

    /**
     * PeerTube's start and count.
     *
     * @param asked of the service
     * @param count how many at most; 0 asks for the total alone
     */
    record Window(PageOf.Window asked, int count) {
        static Window of(QueryFields fields) {
            int count = fields.number("count", DEFAULT_COUNT, MOST_COUNT);
            int start = fields.number("start", 0, MOST_DEEP);
            if (start + count > MOST_DEEP) {
                throw PlatformException.invalid("start", "with count at most " + MOST_DEEP + ".");
            }
            return new Window(new PageOf.Window(count == 0 ? 0 : start, Math.max(1, count)), count);
        }
    }

    /** The other way round than an order that begins with -. */
    static boolean ascending(QueryFields fields) {
        String sort = fields.text("sort", LONGEST_TEXT);
        return !sort.isEmpty() && !sort.startsWith("-");
    }

    /** One of these orders. */
    static <S> S sort(QueryFields fields, String otherwise, Map<String, S> sorts) {
        String text = fields.text("sort", LONGEST_TEXT);
        String asked = text.isEmpty() ? otherwise : text;
        S sort = sorts.get(asked.startsWith("-") ? asked.substring(1) : asked);
        if (sort == null) {
            throw PlatformException.invalid(
                    "sort",
                    "must be one of "
                            + String.join(", ", sorts.keySet().stream().sorted().toList())
                            + ", with - before it for the other way round.");
        }
        return sort;
    }
}
