package dev.vireo.gateway.playlist;

import dev.vireo.gateway.search.QueryFields;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.identity.Callers;
import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is in the caller's own playlists. */
@RestController
@RequestMapping("/api/v1/users/me/video-playlists")
final class OwnPlaylistController {
    private final VideoPlaylistGrpcClient playlists;

    OwnPlaylistController(VideoPlaylistGrpcClient playlists) {
        this.playlists = playlists;
    }

    /** A member for each video that is asked for, with the places where it is. */
    @GetMapping("/videos-exist")
    ObjectNode videosExist(@RequestParam MultiValueMap<String, String> query) {
        Callers.current().requireSubject();
        List<String> ids = new QueryFields(query).uuids("videoIds");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ids.forEach(answer::putArray);
        if (!ids.isEmpty()) {
            playlists
                    .places(ids)
                    .forEach(place -> answer.withArray(place.videoId())
                            .addObject()
                            .put("playlistElementId", place.elementId())
                            .put("playlistId", place.playlistId())
                            .put("playlistDisplayName", place.playlistName())
                            .put("playlistShortUUID", ShortUuid.encode(UUID.fromString(place.playlistId())))
                            .put("startTimestamp", place.startSeconds())
                            .put("stopTimestamp", place.stopSeconds()));
        }
        return answer;
    }
}
