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
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
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
        Site site = site(found.instance());
        if (site == null) {
            return null;
        }
        ObjectNode node = videos.summary(found.item(), site);
        String host = site.host(found.item().owner().origin());
        node.put("score", found.score()).put("host", host).put("isLocal", host.equalsIgnoreCase(from));
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
        Site site = site(found.instance());
        if (site == null) {
            return null;
        }
        ObjectNode node = ChannelShapes.channel(found.item(), site);
        String host = site.host(found.item().origin());
        return node.put("score", found.score()).put("isLocal", host.equalsIgnoreCase(from));
    }

    /** Null when its instance is not known. */
    public @Nullable ObjectNode playlist(Scored<VideoPlaylistView> found, String from) {
        Site site = site(found.instance());
        if (site == null) {
            return null;
        }
        ObjectNode node = playlists.playlist(found.item(), site);
        node.put("score", found.score())
                .put("host", site.host())
                .put("isLocal", site.host().equalsIgnoreCase(from));
        return node.put("thumbnailUrl", full(node.get("thumbnailPath"), site))
                .put("embedUrl", full(node.get("embedPath"), site));
    }

    /** That of another server's is the instance that was asked. */
    private @Nullable Site site(@Nullable InstanceId instance) {
        if (instance == null) {
            return Site.of(Callers.current().instance(), origins);
        }
        return origins.knows(instance) ? Site.of(instance, origins) : null;
    }

    private static @Nullable String full(@Nullable JsonNode path, Site site) {
        return path == null || path.isNull() ? null : site.origin() + path.asString();
    }
}
