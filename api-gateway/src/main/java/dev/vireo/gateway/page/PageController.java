package dev.vireo.gateway.page;

import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.Beginning;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages. What a page shows without scripts is what everybody may know of a video. */
@Controller
final class PageController {
    private static final int LONGEST_SEARCH = 200;

    private final PublicVideos videos;
    private final Pages pages;
    private final MediaLinks links;
    private final InstanceOrigins origins;
    private final String policy;

    PageController(PublicVideos videos, Pages pages, MediaLinks links, InstanceOrigins origins) {
        this.videos = videos;
        this.pages = pages;
        this.links = links;
        this.origins = origins;
        this.policy = policy(String.join(" ", links.foreignOrigins()));
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return page(200, pages.home());
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(@RequestParam(name = "q", defaultValue = "") String words) {
        return page(200, pages.search(Beginning.of(words, LONGEST_SEARCH).strip()));
    }

    @GetMapping("/w/{id}")
    ResponseEntity<byte[]> watch(@PathVariable String id) {
        InstanceId instance = Callers.current().instance();
        Optional<UUID> uuid = ShortUuid.parse(id);
        if (uuid.isEmpty()) {
            return page(404, pages.missing(""));
        }
        Optional<VideoView> video = videos.find(instance, uuid.get().toString());
        return video.map(found -> page(200, pages.watch(found, origins.origin(instance), picture(found, instance))))
                // It may be there for somebody who signs in: the script finds out.
                .orElseGet(() -> page(404, pages.missing(ShortUuid.encode(uuid.get()))));
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
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String policy(String foreign) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: " + foreign
                + "; media-src 'self' blob: " + foreign + "; connect-src 'self' " + foreign
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
