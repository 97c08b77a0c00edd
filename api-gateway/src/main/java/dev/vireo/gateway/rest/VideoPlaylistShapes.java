package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.kit.ShortUuid;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Playlists in PeerTube's shape; what PeerTube lacks stands beside: revision. */
public final class VideoPlaylistShapes {
    private static final int REGULAR = 1;

    private final MediaLinks links;

    VideoPlaylistShapes(MediaLinks links) {
        this.links = links;
    }

    /** All of a playlist but its elements. */
    public ObjectNode playlist(VideoPlaylistView playlist, Site site) {
        String shortId = ShortUuid.encode(playlist.id());
        String description = playlist.texts().description();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", playlist.id().toString())
                .put("uuid", playlist.id().toString())
                .put("shortUUID", shortId)
                .put("url", site.origin() + "/w/p/" + shortId)
                .put("isLocal", true)
                .put("displayName", playlist.texts().name())
                .put("description", description.isEmpty() ? null : description);
        node.set(
                "privacy", Labels.of(playlist.privacy().id(), playlist.privacy().label()));
        node.set("type", Labels.of(REGULAR, "Regular"));
        node.put("thumbnailPath", thumbnail(playlist, site).orElse(null))
                .put("embedPath", "/w/p/" + shortId)
                .put("videosLength", playlist.length())
                .put("createdAt", Site.time(playlist.created()))
                .put("updatedAt", Site.time(playlist.updated()));
        node.set("ownerAccount", VideoShapes.party(playlist.account(), "/accounts/", site));
        if (playlist.channel() == null) {
            node.putNull("videoChannel");
        } else {
            node.set("videoChannel", VideoShapes.party(playlist.channel(), "/video-channels/", site));
        }
        return node.put("revision", playlist.revision());
    }

    private Optional<String> thumbnail(VideoPlaylistView playlist, Site site) {
        return Optional.ofNullable(playlist.cover())
                .flatMap(cover -> links.file(site.instance(), cover, VideoView.Files::thumbnail));
    }
}
