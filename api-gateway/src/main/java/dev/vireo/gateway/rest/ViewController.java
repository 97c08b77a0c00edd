package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.CatalogGrpcClient;
import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.view.Viewer;
import dev.vireo.gateway.view.Views;
import dev.vireo.gateway.view.Watch;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Players tell where they are, every few seconds. PeerTube's {@code sessionId} is taken and not believed. */
@RestController
@RequestMapping("/api/v1/videos/{id}")
final class ViewController {
    private final PublicVideos publicVideos;
    private final CatalogGrpcClient catalog;
    private final Views views;

    ViewController(PublicVideos publicVideos, CatalogGrpcClient catalog, Views views) {
        this.publicVideos = publicVideos;
        this.catalog = catalog;
        this.views = views;
    }

    @PostMapping("/views")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void watched(
            @PathVariable String id,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            @RequestHeader(value = "User-Agent", required = false) @Nullable String userAgent,
            HttpServletRequest request)
            throws IOException {
        BodyFields fields = BodyFields.read(type, request.getInputStream());
        Caller caller = Callers.current();
        VideoView video = video(caller, id);
        views.watched(
                caller.instance(),
                watch(video, fields),
                new Viewer(
                        caller.subject(),
                        Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                        Objects.requireNonNullElse(userAgent, "")));
    }

    /** What everybody may see is known here for a moment, so that those who watch it do not all ask the catalogue. */
    private VideoView video(Caller caller, String id) {
        UUID uuid = ShortUuid.parse(id).orElseThrow(() -> PlatformException.notFound("such video"));
        Optional<VideoView> open = publicVideos.find(caller.instance(), uuid.toString());
        if (open.isEmpty() && caller.signedIn()) {
            return catalog.video(id).video();
        }
        return open.orElseThrow(() -> PlatformException.notFound("such video"));
    }

    private static Watch watch(VideoView video, BodyFields fields) {
        Duration length = video.media().duration();
        int position = fields.text("currentTime")
                .filter(text -> !text.isEmpty())
                .flatMap(text -> fields.number("currentTime"))
                .orElseThrow(() -> PlatformException.invalid("currentTime", "is missing."));
        // Players count in whole seconds, and some round up.
        if (position < 0 || (!length.isZero() && position > length.toSeconds() + 1)) {
            throw PlatformException.invalid("currentTime", "must be within the video.");
        }
        return new Watch(
                video.id(),
                length,
                Duration.ofSeconds(position),
                cause(fields.text("viewEvent").orElse("")));
    }

    private static Watch.Cause cause(String event) {
        return switch (event) {
            case "" -> Watch.Cause.TIME;
            case "seek" -> Watch.Cause.SEEK;
            case "watch_end" -> Watch.Cause.END;
            default -> throw PlatformException.invalid("viewEvent", "must be seek or watch_end, or be left out.");
        };
    }
}
