package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.rest.Labels;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.rest.VideoPlaylistShapes;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One playlist: making, reading, changing, deleting. */
@RestController
@RequestMapping("/api/v1/video-playlists")
final class VideoPlaylistController {
    private static final Map<Integer, String> PRIVACIES = Labels.privacies(PlaylistChanges.PRIVACIES);

    /** PeerTube's forms may have one. It is not kept: a playlist's picture is that of its first video. */
    private static final String PICTURE = "thumbnailfile";

    private final VideoPlaylistGrpcClient playlists;
    private final VideoPlaylistShapes shapes;
    private final InstanceOrigins origins;

    VideoPlaylistController(VideoPlaylistGrpcClient playlists, VideoPlaylistShapes shapes, InstanceOrigins origins) {
        this.playlists = playlists;
        this.shapes = shapes;
        this.origins = origins;
    }

    @GetMapping("/privacies")
    Map<Integer, String> privacies() {
        return PRIVACIES;
    }

    @PostMapping
    ObjectNode create(@RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        VideoPlaylistView made =
                playlists.create(PlaylistChanges.of(BodyFields.readWithout(PICTURE, type, body), null));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("videoPlaylist")
                .put("id", made.id().toString())
                .put("uuid", made.id().toString())
                .put("shortUUID", ShortUuid.encode(made.id()));
        return answer;
    }

    @GetMapping("/{playlistId}")
    ObjectNode playlist(@PathVariable String playlistId) {
        PlaylistAnswer found = playlists.playlist(playlistId);
        ObjectNode shape =
                shapes.playlist(found.playlist(), Site.of(Callers.current().instance(), origins));
        // No ETag: its picture is that of a video, which changes by itself. The revision is in the body.
        return shape.put("mayEdit", found.mayEdit());
    }

    @PutMapping("/{playlistId}")
    ResponseEntity<Void> change(
            @PathVariable String playlistId,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        VideoPlaylistView changed =
                playlists.update(playlistId, PlaylistChanges.of(BodyFields.readWithout(PICTURE, type, body), ifMatch));
        return ResponseEntity.noContent().eTag("\"" + changed.revision() + "\"").build();
    }

    @DeleteMapping("/{playlistId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String playlistId) {
        Callers.current().requireSubject();
        playlists.delete(playlistId);
    }
}
