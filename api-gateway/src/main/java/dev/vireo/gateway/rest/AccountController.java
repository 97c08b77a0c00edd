package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.CatalogGrpcClient;
import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, the caller's own included. */
@RestController
@RequestMapping("/api/v1")
final class AccountController {
    private final CatalogGrpcClient catalog;
    private final ChannelGrpcClient channels;
    private final VideoShapes videos;
    private final InstanceOrigins origins;

    AccountController(
            CatalogGrpcClient catalog, ChannelGrpcClient channels, VideoShapes videos, InstanceOrigins origins) {
        this.catalog = catalog;
        this.channels = channels;
        this.videos = videos;
        this.origins = origins;
    }

    @GetMapping("/users/me")
    ObjectNode me() {
        Caller caller = Callers.current();
        caller.requireSubject();
        return ChannelShapes.me(channels.me(), caller, site());
    }

    @GetMapping("/users/me/videos")
    ObjectNode ownVideos(@RequestParam Map<String, String> query) {
        Callers.current().requireSubject();
        Site site = site();
        Paging paging = Paging.of(query, Handles.NEWEST_FIRST);
        return paging.answer(catalog.ownVideos(paging.window()), video -> videos.summary(video, site));
    }

    @GetMapping("/accounts/{name}")
    ObjectNode account(@PathVariable String name) {
        Site site = site();
        return ChannelShapes.account(channels.account(Handles.local(name, site)), site);
    }

    @GetMapping("/accounts/{name}/video-channels")
    ObjectNode accountChannels(@PathVariable String name, @RequestParam Map<String, String> query) {
        Site site = site();
        Paging paging = Paging.of(query, Handles.OLDEST_FIRST);
        return paging.answer(
                channels.channels(Handles.local(name, site), paging.window()),
                channel -> ChannelShapes.channel(channel, site));
    }

    private Site site() {
        return Site.of(Callers.current().instance(), origins);
    }
}
