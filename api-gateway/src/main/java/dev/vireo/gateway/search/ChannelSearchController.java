package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.rest.ChannelShapes;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Searches of channels. */
@RestController
final class ChannelSearchController {
    private final SearchGrpcClient search;
    private final InstanceOrigins origins;

    ChannelSearchController(SearchGrpcClient search, InstanceOrigins origins) {
        this.search = search;
        this.origins = origins;
    }

    @GetMapping("/api/v1/search/video-channels")
    ObjectNode searchChannels(@RequestParam MultiValueMap<String, String> query) {
        Site site = Site.of(Callers.current().instance(), origins);
        ChannelListQuery asked = ChannelListQuery.of(query, site);
        PageOf<ChannelView> found = asked.search().map(search::channels).orElse(new PageOf<>(0, List.of()));
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode data = node.putArray("data");
        found.items().stream()
                .limit(asked.count())
                .map(channel -> ChannelShapes.channel(channel, site))
                .forEach(data::add);
        return node;
    }
}
