package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.rest.Handles;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists and searches of the videos that the caller may find. */
@RestController
@RequestMapping("/api/v1")
final class SearchController {
    private final VideoPages pages;
    private final PublicLists lists;
    private final ChannelGrpcClient channels;

    SearchController(VideoPages pages, PublicLists lists, ChannelGrpcClient channels) {
        this.pages = pages;
        this.lists = lists;
        this.channels = channels;
    }

    @GetMapping(value = "/videos", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] videos(@RequestParam MultiValueMap<String, String> query) {
        return lists.list(VideoListQuery.of(query, VideoListQuery.NEWEST));
    }

    @GetMapping("/search/videos")
    ObjectNode searchVideos(@RequestParam MultiValueMap<String, String> query) {
        return pages.highlighted(VideoListQuery.of(query, VideoListQuery.BEST_MATCH));
    }

    @GetMapping("/accounts/{name}/videos")
    ObjectNode accountVideos(@PathVariable String name, @RequestParam MultiValueMap<String, String> query) {
        String handle = Handles.relative(name, pages.site());
        return of(
                VideoListQuery.Whose.ofAccount(handle),
                query,
                () -> channels.account(Handles.local(handle, pages.site())));
    }

    @GetMapping("/video-channels/{handle}/videos")
    ObjectNode channelVideos(@PathVariable String handle, @RequestParam MultiValueMap<String, String> query) {
        String relative = Handles.relative(handle, pages.site());
        return of(
                VideoListQuery.Whose.ofChannel(relative),
                query,
                () -> channels.channel(Handles.local(relative, pages.site())));
    }

    /** Who has a video is there: only an empty page leaves it open whether anybody of the name is. */
    private ObjectNode of(VideoListQuery.Whose whose, MultiValueMap<String, String> query, Runnable otherwise) {
        ObjectNode page = pages.list(VideoListQuery.of(query, VideoListQuery.NEWEST, whose));
        if (page.path("data").isEmpty()) {
            otherwise.run();
        }
        return page;
    }
}
