package dev.vireo.gateway.search;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists and searches of the playlists that everybody may find. */
@RestController
@RequestMapping("/api/v1")
final class PlaylistSearchController {
    private final PlaylistPages pages;

    PlaylistSearchController(PlaylistPages pages) {
        this.pages = pages;
    }

    @GetMapping("/search/video-playlists")
    ObjectNode searchPlaylists(@RequestParam MultiValueMap<String, String> query) {
        return pages.found(PlaylistListQuery.of(query));
    }

    @GetMapping("/video-playlists")
    ObjectNode allPlaylists(@RequestParam MultiValueMap<String, String> query) {
        return pages.found(PlaylistListQuery.list(query, "", ""));
    }
}
