package dev.vireo.gateway.search;

import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.util.function.BiFunction;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists and searches of all videos that everybody may see; {@code nextCursor} and {@code cursor} page without end. */
@RestController
@RequestMapping("/api/v1")
final class SearchController {
    private final SearchGrpcClient search;
    private final VideoShapes shapes;
    private final InstanceOrigins origins;

    SearchController(SearchGrpcClient search, VideoShapes shapes, InstanceOrigins origins) {
        this.search = search;
        this.shapes = shapes;
        this.origins = origins;
    }

    @GetMapping("/videos")
    ObjectNode videos(@RequestParam MultiValueMap<String, String> query) {
        return answer(
                VideoListQuery.of(query, VideoListQuery.NEWEST), (found, site) -> shapes.summary(found.video(), site));
    }

    @GetMapping("/search/videos")
    ObjectNode searchVideos(@RequestParam MultiValueMap<String, String> query) {
        return answer(VideoListQuery.of(query, VideoListQuery.BEST_MATCH), this::highlighted);
    }

    private ObjectNode answer(VideoListQuery query, BiFunction<FoundVideos.Found, Site, ObjectNode> shape) {
        Site site = Site.of(Callers.current().instance(), origins);
        FoundVideos found = search.videos(query.search());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (query.total()) {
            node.put("total", found.page().total());
        }
        ArrayNode data = node.putArray("data");
        found.page().items().stream()
                .limit(query.count())
                .map(one -> shape.apply(one, site))
                .forEach(data::add);
        boolean last = query.count() == 0 || found.nextCursor().isEmpty();
        return node.put("nextCursor", last ? null : found.nextCursor());
    }

    private ObjectNode highlighted(FoundVideos.Found found, Site site) {
        ObjectNode node = shapes.summary(found.video(), site);
        ObjectNode highlight =
                node.putObject("highlight").put("name", found.name().isEmpty() ? null : found.name());
        found.description().forEach(highlight.putArray("description")::add);
        ArrayNode captions = node.putArray("captions");
        found.captions()
                .forEach(spoken -> captions.addObject()
                        .put("language", spoken.language())
                        .put("start", spoken.startSeconds())
                        .put("text", spoken.text()));
        return node;
    }
}
