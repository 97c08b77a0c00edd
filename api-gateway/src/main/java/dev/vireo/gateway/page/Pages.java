package dev.vireo.gateway.page;

import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.ShortUuid;
import java.util.Map;

/** Writes the pages; every text of a person is escaped by the template. */
final class Pages {
    private static final int SHORT_DESCRIPTION = 200;

    private final Template watch = Template.resource("page/watch.html");
    private final Template social = Template.resource("page/social.html");
    private final Template search = Template.resource("page/search.html");
    private final Template searchBox = Template.resource("page/search-box.html");
    private final String home;
    private final String watchScript;
    private final String searchScript;

    Pages(WebClient client) {
        this.watchScript = client.head("watch");
        this.searchScript = client.head("search");
        this.home = Template.resource("page/home.html")
                .fill(Map.of("client", client.head("home"), "search", searchBox("")));
    }

    String home() {
        return home;
    }

    /** A page of what is found by the words; of the newest videos when there are none. */
    String search(String words) {
        return search.fill(Map.of(
                "title",
                words.isEmpty() ? "Newest videos" : words,
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
        return page("Video not found", "<meta name=\"robots\" content=\"noindex\">", id, true);
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
