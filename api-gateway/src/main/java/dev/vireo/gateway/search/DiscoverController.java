package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may want to watch next; PeerTube has no list of related videos. */
@RestController
final class DiscoverController {
    private static final int PAGES = 20;

    private final DiscoverGrpcClient discover;
    private final VideoShapes shapes;
    private final InstanceOrigins origins;

    DiscoverController(DiscoverGrpcClient discover, VideoShapes shapes, InstanceOrigins origins) {
        this.discover = discover;
        this.shapes = shapes;
        this.origins = origins;
    }

    @GetMapping("/api/v1/videos/{id}/related")
    ObjectNode related(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        String uuid = ShortUuid.parse(id)
                .orElseThrow(() -> PlatformException.notFound("such video"))
                .toString();
        QueryFields fields = new QueryFields(query);
        ListFields.Window window = ListFields.Window.of(fields);
        boolean total = !Boolean.TRUE.equals(fields.flag("skipCount"));
        PageOf<VideoView> found = discover.related(uuid, new VideoSearch.Part(window.asked(), total, ""));
        Site site = Site.of(Callers.current().instance(), origins);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (total) {
            node.put("total", found.total());
        }
        ArrayNode data = node.putArray("data");
        found.items().stream()
                .limit(window.count())
                .map(video -> shapes.summary(video, site))
                .forEach(data::add);
        return node;
    }

    /** PeerTube's, which takes its groups by chance; here those that have most come first. */
    @GetMapping("/api/v1/overviews/videos")
    ObjectNode overview(@RequestParam MultiValueMap<String, String> query) {
        Integer asked = new QueryFields(query).number("page", PAGES);
        if (asked != null && asked == 0) {
            throw PlatformException.invalid("page", "must be a whole number from 1 to " + PAGES + ".");
        }
        Overview overview = discover.overview(asked == null ? 1 : asked);
        Site site = Site.of(Callers.current().instance(), origins);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        groups(node.putArray("categories"), "category", overview.categories(), site);
        groups(node.putArray("channels"), "channel", overview.channels(), site);
        ArrayNode tags = node.putArray("tags");
        overview.tags().forEach(tagged -> videos(tags.addObject().put("tag", tagged.tag()), tagged.videos(), site));
        return node;
    }

    /** Each has what its first video says of it. */
    private void groups(ArrayNode groups, String name, List<List<VideoView>> all, Site site) {
        for (List<VideoView> videos : all) {
            ObjectNode group = groups.addObject();
            group.set(name, shapes.summary(videos.getFirst(), site).get(name));
            videos(group, videos, site);
        }
    }

    private void videos(ObjectNode group, List<VideoView> videos, Site site) {
        ArrayNode list = group.putArray("videos");
        videos.stream().map(video -> shapes.summary(video, site)).forEach(list::add);
    }
}
