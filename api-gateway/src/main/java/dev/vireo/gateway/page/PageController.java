package dev.vireo.gateway.page;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoPlaylistView;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.playlist.VideoPlaylistGrpcClient;
import dev.vireo.gateway.rest.Handles;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.torrent.PlayerSharing;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.Beginning;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages. What a page shows without scripts is what everybody may know of a video. Accounts and channels have theirs
 * at the addresses that the API gives, and at PeerTube's short ones.
 */
@Controller
final class PageController {
    private static final int LONGEST_SEARCH = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final PublicVideos videos;
    private final ChannelGrpcClient channels;
    private final Pages pages;
    private final MediaLinks links;
    private final InstanceOrigins origins;
    private final VideoPlaylistGrpcClient playlists;
    private final PlayerSharing sharing;
    private final String foreign;

    PageController(
            PublicVideos videos,
            ChannelGrpcClient channels,
            VideoPlaylistGrpcClient playlists,
            Pages pages,
            MediaLinks links,
            InstanceOrigins origins,
            PlayerSharing sharing) {
        this.videos = videos;
        this.channels = channels;
        this.playlists = playlists;
        this.pages = pages;
        this.links = links;
        this.origins = origins;
        this.sharing = sharing;
        this.foreign = String.join(" ", links.foreignOrigins());
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return page(200, pages.home());
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "tagsOneOf", defaultValue = "") String tag) {
        return page(200, pages.search(beginning(words), beginning(tag)));
    }

    @GetMapping("/w/{id}")
    ResponseEntity<byte[]> watch(@PathVariable String id) {
        InstanceId instance = Callers.current().instance();
        Optional<UUID> uuid = ShortUuid.parse(id);
        if (uuid.isEmpty()) {
            return page(NOT_FOUND, pages.missing(""));
        }
        Optional<VideoView> video = videos.find(instance, uuid.get().toString());
        return video.map(found -> page(200, pages.watch(found, origins.origin(instance), picture(found, instance))))
                // It may be there for somebody who signs in: the script finds out.
                .orElseGet(() -> page(NOT_FOUND, pages.missing(ShortUuid.encode(uuid.get()))));
    }

    @GetMapping("/w/p/{id}")
    ResponseEntity<byte[]> playlist(@PathVariable String id) {
        InstanceId instance = Callers.current().instance();
        try {
            VideoPlaylistView playlist = playlists.seenByAnybody(instance, id);
            String picture = Optional.ofNullable(playlist.cover())
                    .map(cover -> picture(cover, instance))
                    .orElse("");
            return page(200, pages.playlist(playlist, origins.origin(instance), picture));
        } catch (PlatformException refused) {
            if (refused.code().httpStatus() != NOT_FOUND) {
                throw refused;
            }
            // It may be there for somebody who signs in: the script finds out.
            return page(
                    NOT_FOUND,
                    pages.missingPlaylist(
                            ShortUuid.parse(id).map(ShortUuid::encode).orElse("")));
        }
    }

    @GetMapping({"/accounts/{name}", "/a/{name}"})
    ResponseEntity<byte[]> account(@PathVariable String name) {
        return owner(name, local -> Owner.of(channels.account(local)));
    }

    @GetMapping({"/video-channels/{name}", "/c/{name}"})
    ResponseEntity<byte[]> channel(@PathVariable String name) {
        return owner(name, local -> Owner.of(channels.channel(local)));
    }

    private ResponseEntity<byte[]> owner(String handle, Function<String, Owner> find) {
        Site site = Site.of(Callers.current().instance(), origins);
        try {
            return page(200, pages.owner(find.apply(Handles.local(handle, site)), site));
        } catch (PlatformException refused) {
            // What cannot be a name is nobody's.
            return switch (refused.code().httpStatus()) {
                case NOT_FOUND, BAD_REQUEST -> page(NOT_FOUND, pages.nobody());
                default -> throw refused;
            };
        }
    }

    private static String beginning(String text) {
        return Beginning.of(text, LONGEST_SEARCH).strip();
    }

    private String picture(VideoView video, InstanceId instance) {
        return links.file(instance, video, VideoView.Files::poster)
                .map(path -> origins.origin(instance) + path)
                .orElse("");
    }

    private ResponseEntity<byte[]> page(int status, String html) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", policy())
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private String policy() {
        String trackers =
                String.join(" ", sharing.socketOrigins(Callers.current().instance()));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: " + foreign
                + "; media-src 'self' blob: " + foreign + "; connect-src 'self' " + foreign
                + " " + trackers + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
