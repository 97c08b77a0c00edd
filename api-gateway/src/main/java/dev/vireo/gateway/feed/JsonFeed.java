package dev.vireo.gateway.feed;

import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.rest.Site;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final String PLAYLIST = "application/x-mpegURL";

    private JsonFeed() {}

    static ObjectNode of(VideoFeed feed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", VERSION)
                .put("title", feed.title())
                .put("home_page_url", feed.page())
                .put("feed_url", feed.address())
                .put("description", feed.description());
        node.putArray("authors").addObject().put("name", feed.title());
        ArrayNode items = node.putArray("items");
        feed.items().forEach(item -> items.add(item(item)));
        return node;
    }

    private static ObjectNode item(VideoFeed.Item item) {
        VideoView video = item.video();
        VideoView.Times times = video.times();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", item.page())
                .put("url", item.page())
                .put("title", video.texts().name())
                .put("content_text", video.texts().description())
                .put("date_published", Site.time(times.shown()))
                .put("date_modified", Site.time(times.updated()));
        if (!item.picture().isEmpty()) {
            node.put("image", item.picture());
        }
        if (!video.texts().language().isEmpty()) {
            node.put("language", video.texts().language());
        }
        node.putArray("authors").addObject().put("name", video.owner().channel().displayName());
        ArrayNode tags = node.putArray("tags");
        video.texts().tags().forEach(tags::add);
        if (!item.playlist().isEmpty()) {
            node.putArray("attachments")
                    .addObject()
                    .put("url", item.playlist())
                    .put("mime_type", PLAYLIST)
                    .put("duration_in_seconds", video.media().duration().toSeconds());
        }
        return node;
    }
}
