package dev.vireo.gateway.rest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The schemas of an OpenAPI document, as a validator of JSON Schema reads them. */
final class OpenApiSchemas {
    private final SchemaRegistry registry;
    private final String address;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    /** The name ends as the text is written: {@code openapi.json} or {@code openapi.yaml}. */
    OpenApiSchemas(Dialect dialect, String name, String text) {
        this.address = "https://schemas.example/" + name;
        this.registry = SchemaRegistry.withDefaultDialect(dialect, registry -> registry.schemas(Map.of(address, text)));
    }

    /** Where the document is not as the schema at that JSON pointer says: each with its place, keyword and reason. */
    List<Fault> faults(String pointer, JsonNode document) {
        return known
                .computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(address + "#" + at)))
                .validate(document)
                .stream()
                .map(error -> new Fault(error.getInstanceLocation().toString(), error.getKeyword(), error.getMessage()))
                .toList();
    }

    /** The pointer of what is answered with 200 as JSON. */
    static String answer(String path, String method) {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method
                + "/responses/200/content/application~1json/schema";
    }

    /** Something that is not as a schema says. */
    record Fault(String place, String keyword, String reason) {}
}
