package dev.vireo.gateway.search;

import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.search.GlobalSearchGrpcClient.Blocked;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * PeerTube's search index: a PeerTube server whose {@code search_index.url} is one of our instances posts its questions
 * here, and finds what everybody may find on all instances that take part.
 */
@RestController
@RequestMapping("/api/v1/search")
final class GlobalSearchController {
    private static final int LONGEST = 200;

    private final GlobalSearchGrpcClient search;
    private final GlobalShapes shapes;

    GlobalSearchController(GlobalSearchGrpcClient search, GlobalShapes shapes) {
        this.search = search;
        this.shapes = shapes;
    }

    @PostMapping("/videos")
    ObjectNode videos(@RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Map<String, List<String>> parameters = BodyFields.read(type, body).all();
        QueryFields fields = new QueryFields(parameters);
        VideoListQuery asked = VideoListQuery.everywhere(parameters);
        String from = fields.text("fromHost", LONGEST);
        return GlobalShapes.page(
                search.videos(asked.search(), Blocked.of(fields), fields.texts("boostLanguages", LONGEST)),
                asked.count(),
                video -> shapes.video(video, from));
    }

    @PostMapping("/video-channels")
    ObjectNode channels(
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Map<String, List<String>> parameters = BodyFields.read(type, body).all();
        QueryFields fields = new QueryFields(parameters);
        ChannelListQuery asked = ChannelListQuery.everywhere(parameters);
        Blocked blocked = Blocked.of(fields);
        String from = fields.text("fromHost", LONGEST);
        return GlobalShapes.page(
                search.channels(asked.search(), blocked), asked.count(), channel -> shapes.channel(channel, from));
    }
}
