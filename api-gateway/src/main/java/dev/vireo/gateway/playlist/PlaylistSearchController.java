package dev.vireo.gateway.playlist;

import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.search.GlobalSearchGrpcClient.Blocked;
import dev.vireo.gateway.search.GlobalShapes;
import dev.vireo.gateway.search.QueryFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists and searches of the playlists that everybody may find. */
@RestController
@RequestMapping("/api/v1")
final class PlaylistSearchController {
    private static final int LONGEST = 200;

    private final PlaylistPages pages;
    private final PlaylistSearchGrpcClient search;
    private final GlobalShapes shapes;

    PlaylistSearchController(PlaylistPages pages, PlaylistSearchGrpcClient search, GlobalShapes shapes) {
        this.pages = pages;
        this.search = search;
        this.shapes = shapes;
    }

    @GetMapping("/search/video-playlists")
    ObjectNode searchPlaylists(@RequestParam MultiValueMap<String, String> query) {
        return pages.found(PlaylistListQuery.of(query));
    }

    @GetMapping("/video-playlists")
    ObjectNode allPlaylists(@RequestParam MultiValueMap<String, String> query) {
        return pages.found(PlaylistListQuery.list(query, "", ""));
    }

    /** For PeerTube's search index, over all instances that take part. */
    @PostMapping("/search/video-playlists")
    ObjectNode everywhere(
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Map<String, List<String>> parameters = BodyFields.read(type, body).all();
        QueryFields fields = new QueryFields(parameters);
        PlaylistListQuery asked = PlaylistListQuery.everywhere(parameters);
        String from = fields.text("fromHost", LONGEST);
        return GlobalShapes.page(
                search.everywhere(asked.search(), Blocked.of(fields)),
                asked.count(),
                playlist -> shapes.playlist(playlist, from));
    }
}
