package dev.vireo.gateway.playlist;

import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.rest.Paging;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoChanges;
import dev.vireo.gateway.rest.VideoShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The elements of a playlist. What a caller may not see of their videos is told by PeerTube's type alone. */
@RestController
@RequestMapping("/api/v1/video-playlists/{playlistId}/videos")
final class PlaylistElementController {
    private static final String START = "startTimestamp";
    private static final String STOP = "stopTimestamp";

    private final VideoPlaylistGrpcClient playlists;
    private final VideoShapes videos;
    private final InstanceOrigins origins;

    PlaylistElementController(VideoPlaylistGrpcClient playlists, VideoShapes videos, InstanceOrigins origins) {
        this.playlists = playlists;
        this.videos = videos;
        this.origins = origins;
    }

    @GetMapping
    ObjectNode elements(@PathVariable String playlistId, @RequestParam Map<String, String> query) {
        Paging paging = Paging.of(query, List.of("position"));
        Site site = Site.of(Callers.current().instance(), origins);
        return paging.answer(playlists.elements(playlistId, paging.window()), element -> shape(element, site));
    }

    @PostMapping
    ObjectNode add(
            @PathVariable String playlistId,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        BodyFields fields = BodyFields.read(type, body);
        String id = playlists.add(
                playlistId,
                PlaylistChanges.videoId(fields),
                PlaylistChanges.given(fields, START),
                PlaylistChanges.given(fields, STOP));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("videoPlaylistElement").put("id", id);
        return answer;
    }

    @PostMapping("/reorder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reorder(
            @PathVariable String playlistId,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        BodyFields fields = BodyFields.read(type, body);
        playlists.move(
                playlistId,
                VideoChanges.revision(fields, ifMatch).orElse(null),
                PlaylistChanges.position(fields, "startPosition", 1),
                PlaylistChanges.position(fields, "insertAfterPosition", 0),
                fields.text("reorderLength").isPresent() ? PlaylistChanges.position(fields, "reorderLength", 1) : 1);
    }

    @PutMapping("/{playlistElementId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable String playlistId,
            @PathVariable String playlistElementId,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        BodyFields fields = BodyFields.read(type, body);
        playlists.update(
                playlistId,
                playlistElementId,
                PlaylistChanges.seconds(fields, START),
                PlaylistChanges.seconds(fields, STOP));
    }

    @DeleteMapping("/{playlistElementId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String playlistId, @PathVariable String playlistElementId) {
        Callers.current().requireSubject();
        playlists.remove(playlistId, playlistElementId);
    }

    private ObjectNode shape(ElementView element, Site site) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", element.id())
                .put("position", element.position())
                .put(START, element.startSeconds())
                .put(STOP, element.stopSeconds())
                .put("type", element.kind().number());
        if (element.video() == null) {
            return node.putNull("video");
        }
        node.set("video", videos.summary(element.video(), site));
        return node;
    }
}
