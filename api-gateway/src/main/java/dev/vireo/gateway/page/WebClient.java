package dev.vireo.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built scripts and styles, whose names carry a digest of their content. */
final class WebClient {
    private final JsonNode manifest;

    private WebClient(JsonNode manifest) {
        this.manifest = manifest;
    }

    static WebClient built() {
        try {
            return of(JsonMapper.shared()
                    .readTree(new ClassPathResource("static/manifest.json").getContentAsByteArray()));
        } catch (IOException missing) {
            throw new UncheckedIOException("The web client was not built: run the Maven build", missing);
        }
    }

    static WebClient of(JsonNode manifest) {
        return new WebClient(manifest);
    }

    /** Markup for the head of a page whose script is {@code src/{name}.ts}. */
    String head(String name) {
        String entry = "src/" + name + ".ts";
        Set<String> chunks = new LinkedHashSet<>();
        collect(entry, chunks);
        StringBuilder out = new StringBuilder();
        for (String chunk : chunks) {
            manifest.path(chunk)
                    .path("css")
                    .forEach(css -> out.append("<link rel=\"stylesheet\" href=\"/")
                            .append(Html.escape(css.asString()))
                            .append("\">\n"));
        }
        return out.append("<script type=\"module\" src=\"/")
                .append(Html.escape(manifest.path(entry).path("file").asString()))
                .append("\"></script>")
                .toString();
    }

    private void collect(String chunk, Set<String> into) {
        if (!manifest.has(chunk)) {
            throw new IllegalStateException("The web client has no " + chunk);
        }
        if (into.add(chunk)) {
            manifest.path(chunk).path("imports").forEach(next -> collect(next.asString(), into));
        }
    }
}
