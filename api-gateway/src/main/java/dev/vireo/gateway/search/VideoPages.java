package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages of videos in PeerTube's shape; {@code nextCursor} and {@code cursor} page on, but by relevance, without end. */
@Component
public final class VideoPages {
    private static final FoundVideos NOTHING = new FoundVideos(new PageOf<>(0, List.of()), "");

    private final SearchGrpcClient search;
    private final VideoShapes shapes;
    private final InstanceOrigins origins;

    VideoPages(SearchGrpcClient search, VideoShapes shapes, InstanceOrigins origins) {
        this.search = search;
        this.shapes = shapes;
        this.origins = origins;
    }

    /** The instance that the caller is at. */
    Site site() {
        return Site.of(Callers.current().instance(), origins);
    }

    /** A plain list. */
    ObjectNode list(VideoListQuery query) {
        return list(query, search.videos(query.search()));
    }

    /** A plain list of the videos of these channels. */
    public ObjectNode ofChannels(Map<String, List<String>> query, List<String> channels) {
        VideoListQuery asked = VideoListQuery.of(query, VideoListQuery.NEWEST, VideoListQuery.Whose.of(channels));
        // No condition lets every channel pass.
        return list(asked, channels.isEmpty() ? NOTHING : search.videos(asked.search()));
    }

    /** With the words that were found. */
    ObjectNode highlighted(VideoListQuery query) {
        Site site = site();
        return answer(query, search.videos(query.search()), found -> {
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
        });
    }

    private ObjectNode list(VideoListQuery query, FoundVideos page) {
        Site site = site();
        return answer(query, page, found -> shapes.summary(found.video(), site));
    }

    private static ObjectNode answer(
            VideoListQuery query, FoundVideos found, Function<FoundVideos.Found, ObjectNode> shape) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (query.total()) {
            node.put("total", found.page().total());
        }
        ArrayNode data = node.putArray("data");
        found.page().items().stream().limit(query.count()).map(shape).forEach(data::add);
        boolean last = query.count() == 0 || found.nextCursor().isEmpty();
        return node.put("nextCursor", last ? null : found.nextCursor());
    }
}
