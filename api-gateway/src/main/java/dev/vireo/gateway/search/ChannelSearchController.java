package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.rest.ChannelShapes;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.util.Map;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists and searches of channels and accounts. */
@RestController
final class ChannelSearchController {
    private static final Map<String, Boolean> ACCOUNT_SORTS = Map.of("createdAt", true);

    private final SearchGrpcClient search;
    private final InstanceOrigins origins;

    ChannelSearchController(SearchGrpcClient search, InstanceOrigins origins) {
        this.search = search;
        this.origins = origins;
    }

    @GetMapping("/api/v1/search/video-channels")
    ObjectNode searchChannels(@RequestParam MultiValueMap<String, String> query) {
        Site site = site();
        return channels(ChannelListQuery.of(query, site), site);
    }

    @GetMapping("/api/v1/video-channels")
    ObjectNode allChannels(@RequestParam MultiValueMap<String, String> query) {
        return channels(ChannelListQuery.all(query), site());
    }

    @GetMapping("/api/v1/accounts")
    ObjectNode allAccounts(@RequestParam MultiValueMap<String, String> query) {
        Site site = site();
        QueryFields fields = new QueryFields(query);
        ListFields.Window window = ListFields.Window.of(fields);
        ListFields.sort(fields, "-createdAt", ACCOUNT_SORTS);
        return page(
                search.accounts(window.asked(), ListFields.ascending(fields)),
                window.count(),
                account -> ChannelShapes.account(account, site));
    }

    private ObjectNode channels(ChannelListQuery asked, Site site) {
        return page(search.channels(asked.search()), asked.count(), channel -> ChannelShapes.channel(channel, site));
    }

    private static <T> ObjectNode page(PageOf<T> found, int count, Function<T, ObjectNode> shape) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode data = node.putArray("data");
        found.items().stream().limit(count).map(shape).forEach(data::add);
        return node;
    }

    private Site site() {
        return Site.of(Callers.current().instance(), origins);
    }
}
