package dev.vireo.gateway.caption;

import dev.vireo.gateway.catalog.CatalogGrpcClient;
import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.rest.MultipartFields;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.web.GatewayErrorCode;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Captions of a video in PeerTube's shape. Whoever may watch it may read them. */
@RestController
@RequestMapping("/api/v1/videos/{id}/captions")
final class CaptionController {
    private static final String FILE = "captionfile";
    /** More than any file may have; the service says how much that is. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private final PublicVideos publicVideos;
    private final CatalogGrpcClient catalog;
    private final CaptionGrpcClient captions;
    private final MediaLinks links;
    private final InstanceOrigins origins;

    CaptionController(
            PublicVideos publicVideos,
            CatalogGrpcClient catalog,
            CaptionGrpcClient captions,
            MediaLinks links,
            InstanceOrigins origins) {
        this.publicVideos = publicVideos;
        this.catalog = catalog;
        this.captions = captions;
        this.links = links;
        this.origins = origins;
    }

    @GetMapping
    ObjectNode all(@PathVariable String id) {
        Caller caller = Callers.current();
        Site site = Site.of(caller.instance(), origins);
        VideoView video = caller.signedIn()
                ? catalog.video(id).video()
                : publicVideos
                        .find(caller.instance(), uuid(id).toString())
                        .orElseThrow(() -> PlatformException.notFound("such video"));
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("total", video.media().captions().size());
        ArrayNode data = node.putArray("data");
        video.media().captions().forEach(found -> data.add(shape(video, found, site)));
        return node;
    }

    @PutMapping("/{captionLanguage}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable String id,
            @PathVariable("captionLanguage") String language,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        captions.put(id, language, file(Objects.requireNonNullElse(type, ""), body));
        forget(id);
    }

    @DeleteMapping("/{captionLanguage}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable("captionLanguage") String language) {
        Callers.current().requireSubject();
        captions.delete(id, language);
        forget(id);
    }

    private ObjectNode shape(VideoView video, VideoView.Captions found, Site site) {
        String path = links.captions(site.instance(), video, found);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("language")
                .put("id", found.language())
                .put("label", Locale.forLanguageTag(found.language()).getDisplayName(Locale.ENGLISH));
        return node.put("captionPath", path)
                .put("fileUrl", site.origin() + path)
                .put("updatedAt", Site.time(found.updated()))
                .put("automaticallyGenerated", false);
    }

    private static byte[] file(String type, InputStream body) throws IOException {
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new PlatformException(
                    GatewayErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send multipart/form-data with the file as captionfile.");
        }
        byte[] form = body.readNBytes(LARGEST_BODY + 1);
        if (form.length > LARGEST_BODY) {
            throw new PlatformException(GatewayErrorCode.TOO_LARGE, "captionfile: the body is larger than 1 MiB.");
        }
        return MultipartFields.file(type, form, FILE).orElseThrow(() -> PlatformException.invalid(FILE, "is missing."));
    }

    /** Visitors see at once what has just changed through this gateway. */
    private void forget(String id) {
        publicVideos.forget(Callers.current().instance(), uuid(id).toString());
    }

    private static UUID uuid(String id) {
        return ShortUuid.parse(id).orElseThrow(() -> PlatformException.notFound("such video"));
    }
}
