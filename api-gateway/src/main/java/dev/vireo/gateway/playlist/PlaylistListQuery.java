package dev.vireo.gateway.playlist;

import dev.vireo.gateway.search.ListFields;
import dev.vireo.gateway.search.QueryFields;
import dev.vireo.kit.error.PlatformException;
import java.util.List;
import java.util.Map;

/**
 * PeerTube's query of a list or a search of playlists, checked; a failure names the field.
 *
 * @param search what is asked
 * @param count how many at most; 0 asks for the total alone
 * @param none there are no playlists of that type
 */
record PlaylistListQuery(PlaylistSearch search, int count, boolean none) {
    private static final Map<String, PlaylistSearch.Sort> SORTS = Map.of(
            "match", PlaylistSearch.Sort.MATCH,
            "createdAt", PlaylistSearch.Sort.CREATED,
            "displayName", PlaylistSearch.Sort.NAME);
    /** PeerTube's ids grow with time. */
    private static final Map<String, PlaylistSearch.Sort> LIST_SORTS = Map.of(
            "id", PlaylistSearch.Sort.CREATED,
            "createdAt", PlaylistSearch.Sort.CREATED,
            "updatedAt", PlaylistSearch.Sort.UPDATED,
            "displayName", PlaylistSearch.Sort.NAME,
            "name", PlaylistSearch.Sort.NAME);

    private static final int LONGEST_SEARCH = 1_000;
    private static final int LONGEST_OWN_SEARCH = 200;
    private static final int LONGEST_TEXT = 100;

    /** Of a search over all instances. */
    static PlaylistListQuery everywhere(Map<String, List<String>> parameters) {
        return search(new QueryFields(parameters));
    }

    /** Of a search, which leaves out what is empty, as PeerTube's does. */
    static PlaylistListQuery of(Map<String, List<String>> parameters) {
        QueryFields fields = new QueryFields(parameters);
        ListFields.local(fields);
        return search(fields);
    }

    /** Of a list, the newest first; account and channel may be empty. */
    static PlaylistListQuery list(Map<String, List<String>> parameters, String account, String channel) {
        QueryFields fields = new QueryFields(parameters);
        ListFields.Window window = ListFields.Window.of(fields);
        // Only of an account can a part of the list be asked for.
        String words = account.isEmpty() ? "" : fields.text("search", LONGEST_OWN_SEARCH);
        PlaylistSearch search = new PlaylistSearch(
                words,
                new PlaylistSearch.Of(List.of(), "", account, channel, false),
                ListFields.sort(fields, "-createdAt", LIST_SORTS),
                ListFields.ascending(fields),
                window.asked());
        return new PlaylistListQuery(search, window.count(), watchLater(fields));
    }

    private static PlaylistListQuery search(QueryFields fields) {
        ListFields.Window window = ListFields.Window.of(fields);
        PlaylistSearch search = new PlaylistSearch(
                fields.text("search", LONGEST_SEARCH),
                new PlaylistSearch.Of(fields.uuids("uuids"), ListFields.host(fields), "", "", true),
                ListFields.sort(fields, "-match", SORTS),
                ListFields.ascending(fields),
                window.asked());
        return new PlaylistListQuery(search, window.count(), false);
    }

    /** PeerTube makes everybody a playlist of that type; here nobody has one. */
    private static boolean watchLater(QueryFields fields) {
        return switch (fields.text("playlistType", LONGEST_TEXT)) {
            case "", "1" -> false;
            case "2" -> true;
            default -> throw PlatformException.invalid("playlistType", "must be 1 regular or 2 watch later.");
        };
    }
}
