package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoPlaylistShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages of playlists in PeerTube's shape. */
@Component
final class PlaylistPages {
    private final PlaylistSearchGrpcClient search;
    private final VideoPlaylistShapes shapes;
    private final InstanceOrigins origins;

    PlaylistPages(PlaylistSearchGrpcClient search, VideoPlaylistShapes shapes, InstanceOrigins origins) {
        this.search = search;
        this.shapes = shapes;
        this.origins = origins;
    }

    /** What everybody may find. */
    ObjectNode found(PlaylistListQuery asked) {
        return page(asked.none() ? new PageOf<>(0, List.of()) : search.here(asked.search()), asked);
    }

    /** What these are. */
    ObjectNode page(PageOf<VideoPlaylistView> found, PlaylistListQuery asked) {
        Site site = site();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode data = node.putArray("data");
        found.items().stream()
                .limit(asked.count())
                .map(playlist -> shapes.playlist(playlist, site))
                .forEach(data::add);
        return node;
    }

    /** The instance of the caller. */
    Site site() {
        return Site.of(Callers.current().instance(), origins);
    }
}
