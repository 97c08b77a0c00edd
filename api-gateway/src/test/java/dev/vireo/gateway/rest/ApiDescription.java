package dev.vireo.gateway.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description, and a check of documents against its schemas: as much of JSON Schema as it uses. */
public final class ApiDescription {
    private final JsonNode root;

    /** Reads it. */
    public ApiDescription() {
        try {
            root = JsonMapper.shared().readTree(new ClassPathResource("openapi.json").getContentAsByteArray());
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
        check(root.at("/components/schemas/" + schema), document, schema, faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.isMissingNode()) {
            faults.add(at + ": no such schema");
        } else if (schema.has("$ref")) {
            check(root.at(schema.path("$ref").asString().substring(1)), value, at, faults);
        } else if (!typed(schema.path("type"), value)) {
            faults.add(at + ": is " + value.getNodeType() + ", not " + schema.path("type"));
        } else if (value.isObject()) {
            object(schema, value, at, faults);
        } else if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, at + "[]", faults));
        } else if (schema.has("enum")
                && !schema.path("enum").valueStream().toList().contains(value)) {
            faults.add(at + ": " + value + " is none of " + schema.path("enum"));
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(at + "." + name.asString() + ": is missing");
            }
        });
        if (schema.has("properties")) {
            value.properties().forEach(field -> {
                JsonNode inner = schema.path("properties").path(field.getKey());
                if (inner.isMissingNode() && !at.startsWith("Config")) {
                    faults.add(at + "." + field.getKey() + ": is not described");
                } else if (!inner.isMissingNode()) {
                    check(inner, field.getValue(), at + "." + field.getKey(), faults);
                }
            });
        }
    }

    private static boolean typed(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> typed(one, value));
        }
        return switch (type.asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
