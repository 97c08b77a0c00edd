package dev.vireo.gateway.page;

import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.rest.Site;
import dev.vireo.kit.ShortUuid;
import java.util.Map;

/** Writes the pages; every text of a person is escaped by the template. */
final class Pages {
    private static final int SHORT_DESCRIPTION = 200;
    private static final String NO_INDEX = "<meta name=\"robots\" content=\"noindex\">";

    private final Template watch = Template.resource("page/watch.html");
    private final Template social = Template.resource("page/social.html");
    private final Template search = Template.resource("page/search.html");
    private final Template owner = Template.resource("page/owner.html");
    private final Template ownerAbout = Template.resource("page/owner-about.html");
    private final Template playlist = Template.resource("page/playlist.html");
    private final Template playlistAbout = Template.resource("page/playlist-about.html");
    private final Template by = Template.of(" · by <a href=\"{{path}}\">{{name}}</a>");
    private final Template searchBox = Template.resource("page/search-box.html");
    private final String home;
    private final String watchScript;
    private final String searchScript;
    private final String ownerScript;
    private final String playlistScript;

    Pages(WebClient client) {
        this.watchScript = client.head("watch");
        this.searchScript = client.head("search");
        this.ownerScript = client.head("owner");
        this.playlistScript = client.head("playlist");
        this.home = Template.resource("page/home.html")
                .fill(Map.of("client", client.head("home"), "search", searchBox("")));
    }

    String home() {
        return home;
    }

    /** A page of what is found by the words and has the tag; of the newest videos when there are neither. */
    String search(String words, String tag) {
        String title = words.isEmpty() ? tag : words;
        return search.fill(Map.of(
                "title",
                title.isEmpty() ? "Newest videos" : title,
                "client",
                searchScript,
                "search",
                searchBox(words)));
    }

    /** A page for a video that everybody may watch; {@code picture} may be empty. */
    String watch(VideoView video, String origin, String picture) {
        String shortId = ShortUuid.encode(video.id());
        String description = shortened(video.texts().description());
        String head = social.fill(Map.of(
                "title",
                video.texts().name(),
                "description",
                description,
                "url",
                origin + "/w/" + shortId,
                "picture",
                picture,
                "channel",
                video.owner().channel().displayName(),
                "duration",
                String.valueOf(video.media().duration().toSeconds())));
        return page(video.texts().name(), head, shortId, false);
    }

    /** A page for what is not there, or not for everybody; {@code id} is empty when there can be no such video. */
    String missing(String id) {
        return page("Video not found", NO_INDEX, id, true);
    }

    /**
     * A page that plays a playlist, which everybody may see who has the address; search engines keep it when it is
     * listed. {@code picture} may be empty.
     */
    String playlist(VideoPlaylistView shown, String origin, String picture) {
        String shortId = ShortUuid.encode(shown.id());
        String hint = shown.privacy() == Privacy.PUBLIC ? "" : NO_INDEX;
        String about = hint
                + playlistAbout.fill(Map.of(
                        "title",
                        shown.texts().name(),
                        "description",
                        shortened(shown.texts().description()),
                        "url",
                        origin + "/w/p/" + shortId,
                        "picture",
                        picture));
        return playlist(shown.texts().name(), about, shortId, "hidden");
    }

    /** A page for a playlist that is not there, or not for everybody; {@code id} is empty when there can be none. */
    String missingPlaylist(String id) {
        return playlist("This playlist is not here", NO_INDEX, id, "");
    }

    private String playlist(String title, String about, String id, String missing) {
        return playlist.fill(Map.of(
                "title",
                title,
                "heading",
                title,
                "about",
                about,
                "client",
                playlistScript,
                "search",
                searchBox(""),
                "id",
                id,
                "missing",
                missing,
                "next",
                "/?next=/w/p/" + id));
    }

    /** A page of the videos of an account or a channel. */
    String owner(Owner whose, Site site) {
        String about = ownerAbout.fill(Map.of(
                "description",
                shortened(whose.description()),
                "url",
                site.origin() + whose.path(),
                "name",
                whose.displayName(),
                "feed",
                whose.feed()));
        ChannelView.Account account = whose.account();
        String ownedBy = account == null
                ? ""
                : by.fill(Map.of("path", "/accounts/" + account.name(), "name", account.displayName()));
        String facts = whose.name() + "@" + site.host();
        return owner(whose.displayName(), about, whose.path(), facts, ownedBy, whose.description());
    }

    /** A page for an account or a channel that is not there. */
    String nobody() {
        String why = "The account or channel may have been deleted, or the address has a slip.";
        return owner("Nobody has this name here", NO_INDEX, "", why, "", "");
    }

    private String owner(String title, String about, String path, String facts, String by, String description) {
        return owner.fill(Map.of(
                "title",
                title,
                "about",
                about,
                "client",
                ownerScript,
                "search",
                searchBox(""),
                "path",
                path,
                "facts",
                facts,
                "by",
                by,
                "description",
                description));
    }

    private String page(String title, String head, String id, boolean missing) {
        return watch.fill(Map.of(
                "title",
                title,
                "social",
                head,
                "client",
                watchScript,
                "search",
                searchBox(""),
                "id",
                id,
                "heading",
                missing ? "" : title,
                "missing",
                missing ? "" : "hidden",
                "about",
                missing ? "hidden" : "",
                "next",
                "/?next=/w/" + id));
    }

    private String searchBox(String words) {
        return searchBox.fill(Map.of("words", words));
    }

    private static String shortened(String description) {
        String line = description.replaceAll("\\s+", " ").trim();
        return line.codePointCount(0, line.length()) <= SHORT_DESCRIPTION
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT_DESCRIPTION)) + "…";
    }
}
