package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How much there is; of PeerTube's numbers those that are known here. */
@RestController
final class StatsController {
    private static final PageOf.Window COUNT_ALONE = new PageOf.Window(0, 1);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final SearchGrpcClient search;
    private final ChannelGrpcClient channels;

    StatsController(SearchGrpcClient search, ChannelGrpcClient channels) {
        this.search = search;
        this.channels = channels;
    }

    @GetMapping("/api/v1/server/stats")
    ResponseEntity<ObjectNode> stats() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("totalLocalVideos", videos(true))
                .put("totalVideos", videos(null))
                .put(
                        "totalLocalVideoChannels",
                        channels.channels("", COUNT_ALONE).total());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(node);
    }

    private long videos(@Nullable Boolean local) {
        VideoSearch all = new VideoSearch(
                "",
                new VideoSearch.Labels(List.of(), List.of(), List.of(), List.of(), List.of()),
                new VideoSearch.Flags(null, null, local),
                VideoSearch.Beyond.NOTHING,
                VideoSearch.Where.ANYWHERE,
                new VideoSearch.Ranges(null, null, null, null),
                new VideoSearch.Order(VideoSearch.Sort.PUBLISHED, false),
                new VideoSearch.Part(COUNT_ALONE, true, ""));
        // Whoever asks: the answer is kept by caches that everybody reads from.
        Callers.Scope visitor = Callers.enter(Caller.anonymous(Callers.current().instance()));
        try {
            return search.videos(all).page().total();
        } finally {
            visitor.close();
        }
    }
}
