package dev.vireo.gateway.progress;

import dev.vireo.gateway.catalog.CatalogGrpcClient;
import dev.vireo.gateway.rest.RestProperties;
import dev.vireo.gateway.rest.Site;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The encoding of a video as server-sent events, for its owner and administrators. */
@RestController
final class ProgressController {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);

    private final CatalogGrpcClient catalog;
    private final JobGrpcClient jobs;
    private final JsonMapper json;
    private final Clock clock;
    private final RestProperties properties;
    private final Semaphore places;
    private volatile boolean closing;

    ProgressController(
            CatalogGrpcClient catalog, JobGrpcClient jobs, JsonMapper json, Clock clock, RestProperties properties) {
        this.catalog = catalog;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
        this.places = new Semaphore(properties.progressStreams());
    }

    /** Open streams must not hold up the shut-down: clients come back by themselves. */
    @EventListener
    void onClose(ContextClosedEvent event) {
        closing = true;
    }

    @GetMapping("/api/v1/videos/{id}/progress")
    void progress(@PathVariable String id, HttpServletResponse response) throws IOException {
        Callers.current().requireSubject();
        if (!places.tryAcquire()) {
            throw new PlatformException(KitErrorCode.UNAVAILABLE, "Too many follow progress here: try again soon.");
        }
        try (JobGrpcClient.Watch watch =
                jobs.watch(catalog.video(id).video().id().toString())) {
            stream(watch, response);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void stream(JobGrpcClient.Watch watch, HttpServletResponse response)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(properties.progressLifetime());
        Instant quietSince = clock.instant();
        boolean over = false;
        while (!over && !closing && clock.instant().isBefore(end)) {
            @Nullable ProgressView progress = watch.next(LOOK);
            if (progress != null) {
                send(event(progress), response);
                quietSince = clock.instant();
            } else if (quietSince.plus(properties.keepAlive()).isBefore(clock.instant())) {
                send(KEEP_ALIVE, response);
                quietSince = clock.instant();
            }
            over = watch.ended() || (progress != null && progress.stage().terminal());
        }
    }

    /** The head goes out with the first event, so that a refusal can still be a problem document. */
    private static void send(byte[] bytes, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
        }
        OutputStream out = response.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private byte[] event(ProgressView progress) {
        ObjectNode node = json.createObjectNode();
        node.put("videoId", progress.videoId())
                .put("version", progress.version())
                .put("stage", progress.stage().name().toLowerCase(Locale.ROOT))
                .put("fraction", progress.fraction())
                .put("playable", progress.playable());
        ProgressView.Failure failure = progress.failure();
        node.put("failureReason", failure.reason().isEmpty() ? null : failure.reason())
                .put("failureCode", failure.code().isEmpty() ? null : failure.code())
                .put("retryable", failure.retryable())
                .put("duration", progress.durationSeconds())
                .put("updatedAt", Site.time(progress.updatedAt()));
        ArrayNode renditions = node.putArray("renditions");
        progress.renditions()
                .forEach(rendition -> renditions
                        .addObject()
                        .put("name", rendition.name())
                        .put("segmentsDone", rendition.done())
                        .put("segmentsTotal", rendition.total()));
        return ("event: progress\ndata: " + json.writeValueAsString(node) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
