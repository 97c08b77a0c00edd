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
    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_COUNT = 100;
    private static final int MOST_DEEP = 10_000;
    private static final int LONGEST_SEARCH = 1_000;
    private static final int LONGEST_TEXT = 100;

    static ChannelListQuery of(Map<String, List<String>> parameters, Site site) {
        QueryFields fields = new QueryFields(parameters);
        VideoListQuery.local(fields.text("searchTarget", LONGEST_TEXT));
        int count = fields.number("count", DEFAULT_COUNT, MOST_COUNT);
        int start = fields.number("start", 0, MOST_DEEP);
        if (start + count > MOST_DEEP) {
            throw PlatformException.invalid("start", "with count at most " + MOST_DEEP + ".");
        }
        List<String> handles = fields.texts("handles", LONGEST_TEXT);
        List<String> names = handles.stream()
                .filter(handle -> handle.indexOf('@') < 0
                        || handle.substring(handle.indexOf('@') + 1).equalsIgnoreCase(site.host()))
                .map(handle -> handle.split("@", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        String sort = fields.text("sort", LONGEST_TEXT);
        ChannelSearch search = new ChannelSearch(
                fields.text("search", LONGEST_SEARCH),
                VideoListQuery.host(fields.text("host", LONGEST_TEXT)),
                names,
                sort(sort),
                !sort.isEmpty() && !sort.startsWith("-"),
                new PageOf.Window(count == 0 ? 0 : start, Math.max(1, count)));
        return new ChannelListQuery(
                names.isEmpty() && !handles.isEmpty() ? Optional.empty() : Optional.of(search), count);
    }

    private static ChannelSearch.Sort sort(String text) {
        String name = text.startsWith("-") ? text.substring(1) : text;
        ChannelSearch.Sort sort = name.isEmpty() ? ChannelSearch.Sort.MATCH : SORTS.get(name);
        if (sort == null) {
            throw PlatformException.invalid(
                    "sort",
                    "must be one of "
                            + String.join(", ", SORTS.keySet().stream().sorted().toList())
                            + ", with - before it for the other way round.");
        }
        return sort;
    }
}
