package dev.vireo.gateway.search;

import dev.vireo.gateway.rest.Handles;
import dev.vireo.gateway.rest.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * PeerTube's query of a search of channels, checked; a failure names the field.
 *
 * @param search what is asked
 * @param count how many at most; 0 asks for the total alone
 */
record ChannelListQuery(ChannelSearch search, int count) {
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
        ListFields.local(fields);
        List<String> handles = fields.texts("handles", LONGEST_TEXT).stream()
                .map(handle -> Handles.relative(handle, site).toLowerCase(Locale.ROOT))
                .toList();
        return search(fields, handles);
    }

    private static ChannelListQuery search(QueryFields fields, List<String> names) {
        ListFields.Window window = ListFields.Window.of(fields);
        ChannelSearch search = new ChannelSearch(
                fields.text("search", LONGEST_SEARCH),
                ListFields.host(fields),
                names,
                ListFields.sort(fields, "-match", SORTS),
                ListFields.ascending(fields),
                window.asked());
        return new ChannelListQuery(search, window.count());
    }

    /** Of all channels, the newest first. */
    static ChannelListQuery all(Map<String, List<String>> parameters) {
        QueryFields fields = new QueryFields(parameters);
        ListFields.Window window = ListFields.Window.of(fields);
        ChannelSearch search = new ChannelSearch(
                "",
                "",
                List.of(),
                ListFields.sort(fields, "-createdAt", LIST_SORTS),
                ListFields.ascending(fields),
                window.asked());
        return new ChannelListQuery(search, window.count());
    }
}
