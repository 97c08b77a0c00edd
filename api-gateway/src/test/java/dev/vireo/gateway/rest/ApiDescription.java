package dev.vireo.gateway.rest;

import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description, and a check of documents against its schemas. */
public final class ApiDescription {
    private final JsonNode root;
    private final OpenApiSchemas schemas;

    /** Reads it. */
    public ApiDescription() {
        try {
            String text = new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8);
            root = JsonMapper.shared().readTree(text);
            schemas = new OpenApiSchemas(Dialects.getOpenApi31(), "openapi.json", text);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Every operation as {@code GET /path}. */
    public Set<String> operations() {
        TreeSet<String> found = new TreeSet<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> found.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return found;
    }

    /** What is wrong with a document of that named schema; empty when nothing is. Unknown fields are wrong too. */
    public List<String> faults(String schema, JsonNode document) {
        List<String> faults = new ArrayList<>();
        schemas.faults("/components/schemas/" + schema, document).forEach(fault -> faults.add(fault.toString()));
        undescribed(root.at("/components/schemas/" + schema), document, schema, faults);
        return faults;
    }

    private void undescribed(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.isMissingNode()) {
            faults.add(at + ": no such schema");
        } else if (schema.has("$ref")) {
            undescribed(root.at(schema.path("$ref").asString().substring(1)), value, at, faults);
        } else if (value.isArray()) {
            value.forEach(item -> undescribed(schema.path("items"), item, at + "[]", faults));
        } else if (value.isObject() && schema.has("properties")) {
            value.properties().forEach(field -> {
                JsonNode inner = schema.path("properties").path(field.getKey());
                if (!inner.isMissingNode()) {
                    undescribed(inner, field.getValue(), at + "." + field.getKey(), faults);
                } else if (!at.startsWith("Config")) {
                    faults.add(at + "." + field.getKey() + ": is not described");
                }
            });
        }
    }
}
