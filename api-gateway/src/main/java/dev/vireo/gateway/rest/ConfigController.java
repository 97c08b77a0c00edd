package dev.vireo.gateway.rest;

import dev.vireo.gateway.torrent.PlayerSharing;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the instance offers, and the description of this API. */
@RestController
@RequestMapping("/api/v1")
final class ConfigController {
    private static final String[] EXTENSIONS = {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ogv", ".mpg", ".mpeg", ".ts", ".flv", ".wmv", ".3gp", ".mp3",
        ".m4a", ".ogg", ".wav", ".flac"
    };

    private final RestProperties properties;
    private final PlayerSharing sharing;
    private final byte[] description;

    ConfigController(RestProperties properties, PlayerSharing sharing) {
        this.properties = properties;
        this.sharing = sharing;
        try {
            this.description = new ClassPathResource("openapi.json").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException("The build left out openapi.json", missing);
        }
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(description);
    }

    /** Only what is true here; PeerTube's clients take what is absent as off. */
    @GetMapping("/config")
    ObjectNode config() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("serverVersion", "0.1.0");
        config.putObject("instance")
                .put("name", properties.instanceName())
                .put("shortDescription", properties.instanceDescription())
                .put("isNSFW", false)
                .put("defaultNSFWPolicy", "display")
                .put("defaultClientRoute", "/");
        config.putObject("signup").put("allowed", false).put("allowedForCurrentIP", false);
        ObjectNode transcoding = config.putObject("transcoding");
        transcoding.putObject("hls").put("enabled", true);
        transcoding.putObject("web_videos").put("enabled", false);
        config.putObject("live").put("enabled", false);
        ObjectNode imports = config.putObject("import").putObject("videos");
        imports.putObject("http").put("enabled", false);
        imports.putObject("torrent").put("enabled", false);
        config.putObject("user").put("videoQuota", -1).put("videoQuotaDaily", -1);
        var extensions = config.putObject("video").putObject("file").putArray("extensions");
        for (String extension : EXTENSIONS) {
            extensions.add(extension);
        }
        config.putObject("storyboards").put("enabled", true);
        sharing.addTo(config, Callers.current().instance());
        config.putObject("email").put("enabled", false);
        config.putObject("contactForm").put("enabled", false);
        return config;
    }
}
