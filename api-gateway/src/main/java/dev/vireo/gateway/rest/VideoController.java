package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.CatalogGrpcClient;
import dev.vireo.gateway.catalog.VideoAnswer;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One video: reading, changing, deleting, encoding again. */
@RestController
@RequestMapping("/api/v1/videos/{id}")
final class VideoController {
    private final CatalogGrpcClient catalog;
    private final PublicAnswers publicAnswers;
    private final VideoShapes shapes;
    private final InstanceOrigins origins;
    private final JsonMapper json;

    VideoController(
            CatalogGrpcClient catalog,
            PublicAnswers publicAnswers,
            VideoShapes shapes,
            InstanceOrigins origins,
            JsonMapper json) {
        this.catalog = catalog;
        this.publicAnswers = publicAnswers;
        this.shapes = shapes;
        this.origins = origins;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> video(@PathVariable String id) {
        Caller caller = Callers.current();
        Site site = Site.of(caller.instance(), origins);
        if (!caller.signedIn()) {
            PublicAnswers.Answer known = publicAnswers.find(site, id);
            return answer(known.video(), known.body());
        }
        VideoAnswer answer = catalog.video(id);
        ObjectNode shape = shapes.details(answer, site);
        return answer(answer.video(), json.writeValueAsBytes(shape));
    }

    @GetMapping("/description")
    Map<String, @Nullable String> description(@PathVariable String id) {
        String description = catalog.video(id).video().texts().description();
        return java.util.Collections.singletonMap("description", description.isEmpty() ? null : description);
    }

    @PutMapping
    ResponseEntity<Void> change(
            @PathVariable String id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        VideoView changed = catalog.update(id, VideoChanges.of(BodyFields.read(type, body), ifMatch));
        publicAnswers.forget(Callers.current().instance(), changed.id());
        return ResponseEntity.noContent().eTag(tag(changed)).build();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        Callers.current().requireSubject();
        catalog.delete(id);
    }

    /** PeerTube's body ({@code transcodingType}) is accepted and of no account: there is one kind. */
    @PostMapping("/transcoding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transcodeAgain(@PathVariable String id) {
        Callers.current().requireSubject();
        catalog.transcodeAgain(id);
    }

    private static ResponseEntity<byte[]> answer(VideoView video, byte[] body) {
        var response =
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noCache());
        // Addresses of what is not public end some day, so that answer must not be taken for unchanged.
        return (video.privacy().open() ? response.eTag(tag(video)) : response).body(body);
    }

    /** Views and comments make no new revision, but another answer. */
    private static String tag(VideoView video) {
        VideoView.Counts counts = video.counts();
        // The version before understands no third part.
        String comments = counts.comments() == 0 ? "" : "-" + counts.comments();
        return "\"" + video.revision() + "-" + counts.views() + comments + "\"";
    }
}
