package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.catalog.MeView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.rest.Handles;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Playlists of an account or a channel. Its owner sees all of them, as they are at this moment; everybody else those that
 * are public, from the index.
 */
@RestController
@RequestMapping("/api/v1")
final class OwnersPlaylistController {
    private final PlaylistPages pages;
    private final VideoPlaylistGrpcClient playlists;
    private final ChannelGrpcClient channels;

    OwnersPlaylistController(PlaylistPages pages, VideoPlaylistGrpcClient playlists, ChannelGrpcClient channels) {
        this.pages = pages;
        this.playlists = playlists;
        this.channels = channels;
    }

    @GetMapping("/accounts/{name}/video-playlists")
    ObjectNode ofAccount(@PathVariable String name, @RequestParam MultiValueMap<String, String> query) {
        String account = Handles.local(name, pages.site());
        return page(
                PlaylistListQuery.list(query, account, ""),
                me -> me.account().name().equals(account),
                () -> channels.account(account));
    }

    @GetMapping("/video-channels/{handle}/video-playlists")
    ObjectNode ofChannel(@PathVariable String handle, @RequestParam MultiValueMap<String, String> query) {
        String channel = Handles.local(handle, pages.site());
        return page(
                PlaylistListQuery.list(query, "", channel),
                me -> me.channels().stream().anyMatch(own -> own.name().equals(channel)),
                () -> channels.channel(channel));
    }

    /** Only an empty page leaves it open whether anybody of the name is there. */
    private ObjectNode page(PlaylistListQuery asked, Predicate<MeView> own, Runnable otherwise) {
        if (Callers.current().signedIn() && own.test(channels.me())) {
            return pages.page(asked.none() ? new PageOf<>(0, List.of()) : playlists.own(asked.search()), asked);
        }
        ObjectNode page = pages.found(asked);
        if (page.path("data").isEmpty()) {
            otherwise.run();
        }
        return page;
    }
}
