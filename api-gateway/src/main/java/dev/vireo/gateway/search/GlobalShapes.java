package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.rest.ChannelShapes;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoPlaylistShapes;
import dev.vireo.gateway.rest.VideoShapes;
import dev.vireo.gateway.search.GlobalSearchGrpcClient.Scored;
import dev.vireo.gateway.web.InstanceOrigins;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Videos, channels and playlists as PeerTube's search index gives them: as at their own instance, with addresses in full. */
@Component
public final class GlobalShapes {
    private final VideoShapes videos;
    private final VideoPlaylistShapes playlists;
    private final InstanceOrigins origins;

    GlobalShapes(VideoShapes videos, VideoPlaylistShapes playlists, InstanceOrigins origins) {
        this.videos = videos;
        this.playlists = playlists;
        this.origins = origins;
    }

    /** A page; an instance that only the index knows of, as its configuration is newer, is left out. */
    public static <T> ObjectNode page(
            PageOf<Scored<T>> found, int count, Function<Scored<T>, @Nullable ObjectNode> shape) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode data = node.putArray("data");
        found.items().stream()
                .limit(count)
                .flatMap(one -> Stream.ofNullable(shape.apply(one)))
                .forEach(data::add);
        return node;
    }

    /** Null when its instance is not known. */
    @Nullable
    ObjectNode video(Scored<VideoView> found, String from) {
        if (!origins.knows(found.instance())) {
            return null;
        }
        Site site = Site.of(found.instance(), origins);
        ObjectNode node = videos.summary(found.item(), site);
        node.put("score", found.score()).put("host", site.host()).put("isLocal", isLocal(site, from));
        node.put("thumbnailUrl", full(node.get("thumbnailPath"), site))
                .put("previewUrl", full(node.get("previewPath"), site))
                .put("embedUrl", full(node.get("embedPath"), site));
        ArrayNode tags = node.putArray("tags");
        found.item().texts().tags().forEach(tags::add);
        return node;
    }

    /** Null when its instance is not known. */
    @Nullable
    ObjectNode channel(Scored<ChannelView> found, String from) {
        if (!origins.knows(found.instance())) {
            return null;
        }
        Site site = Site.of(found.instance(), origins);
        ObjectNode node = ChannelShapes.channel(found.item(), site);
        return node.put("score", found.score()).put("isLocal", isLocal(site, from));
    }

    /** Null when its instance is not known. */
    public @Nullable ObjectNode playlist(Scored<VideoPlaylistView> found, String from) {
        if (!origins.knows(found.instance())) {
            return null;
        }
        Site site = Site.of(found.instance(), origins);
        ObjectNode node = playlists.playlist(found.item(), site);
        node.put("score", found.score()).put("host", site.host()).put("isLocal", isLocal(site, from));
        return node.put("thumbnailUrl", full(node.get("thumbnailPath"), site))
                .put("embedUrl", full(node.get("embedPath"), site));
    }

    private static boolean isLocal(Site site, String from) {
        return site.host().equalsIgnoreCase(from);
    }

    private static @Nullable String full(@Nullable JsonNode path, Site site) {
        return path == null || path.isNull() ? null : site.origin() + path.asString();
    }
}
