package dev.vireo.gateway.rest;

import dev.vireo.gateway.web.GatewayErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a body that PeerTube's clients send as JSON, as a form or as multipart/form-data. Nested names are
 * {@code outer[inner]}, members of a list come under the list's name, null is an empty text.
 */
public final class BodyFields {
    private static final int LARGEST = 256 * 1024;
    /** As large as PeerTube takes the picture of a playlist. */
    private static final int LARGEST_FILE = 4 * 1024 * 1024;

    private static final int MOST_FIELDS = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private BodyFields() {}

    /** Reads a body of that Content-Type; UNSUPPORTED_MEDIA_TYPE for others, INVALID_ARGUMENT when it is malformed. */
    static BodyFields parse(@Nullable String contentType, byte[] body) {
        return parse(contentType, body, "");
    }

    private static BodyFields parse(@Nullable String contentType, byte[] body, String skipped) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        BodyFields fields = new BodyFields();
        if (type.startsWith("application/json")) {
            fields.readJson(body);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            fields.readForm(new String(body, StandardCharsets.UTF_8));
        } else if (type.startsWith("multipart/form-data") && contentType != null) {
            MultipartFields.read(contentType, body, skipped, fields::add);
        } else {
            throw new PlatformException(
                    GatewayErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send application/json, multipart/form-data or application/x-www-form-urlencoded.");
        }
        return fields;
    }

    /** Reads a body to its end; TOO_LARGE when that is too far away. */
    public static BodyFields read(@Nullable String contentType, InputStream body) throws IOException {
        return parse(contentType, bytes(body, LARGEST));
    }

    /** The same for a form that may have a file by this name, at which nobody looks. */
    public static BodyFields readWithout(String file, @Nullable String contentType, InputStream body)
            throws IOException {
        BodyFields fields = parse(contentType, bytes(body, LARGEST + LARGEST_FILE), file);
        long size = fields.values.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (size > LARGEST) {
            throw tooLarge(LARGEST);
        }
        return fields;
    }

    private static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return bytes;
    }

    private static PlatformException tooLarge(int most) {
        return new PlatformException(GatewayErrorCode.TOO_LARGE, "The body is larger than " + most / 1024 + " KiB.");
    }

    /** All values of each field, as an address's query has them. */
    public Map<String, List<String>> all() {
        return Collections.unmodifiableMap(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The last value of that name; empty when it was not sent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.isEmpty() ? "" : all.getLast());
    }

    /** All values of a list, without empty ones; empty when the list was not sent. */
    Optional<List<String>> list(String name) {
        return Optional.ofNullable(values.get(name))
                .map(all -> all.stream().filter(text -> !text.isEmpty()).toList());
    }

    /** A whole number; an empty text is 0, which removes. */
    public Optional<Integer> number(String name) {
        return text(name).map(text -> {
            try {
                return text.isEmpty() ? 0 : Integer.parseInt(text.trim());
            } catch (NumberFormatException not) {
                throw PlatformException.invalid(name, "must be a whole number.");
            }
        });
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw PlatformException.invalid(name, "must be true or false.");
        });
    }

    private void readJson(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw PlatformException.invalid("body", "it is not JSON.");
        }
        if (!root.isObject()) {
            throw PlatformException.invalid("body", "it must be a JSON object.");
        }
        root.properties().forEach(field -> addJson(field.getKey(), field.getValue()));
    }

    private void addJson(String name, JsonNode value) {
        if (value.isArray()) {
            declare(name);
            value.forEach(item -> addJson(name, item));
        } else if (value.isObject()) {
            declare(name);
            value.properties().forEach(field -> addJson(name + "[" + field.getKey() + "]", field.getValue()));
        } else {
            add(name, value.isNull() ? "" : value.asString());
        }
    }

    private void readForm(String body) {
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid("body", "it is not a form: a % stands alone.");
        }
    }

    /** {@code tags}, {@code tags[]} and {@code tags[0]} are one list. */
    private void add(String name, String value) {
        int bracket = name.indexOf('[');
        String plain = bracket > 0 && name.substring(bracket).matches("\\[\\d*]") ? name.substring(0, bracket) : name;
        if (bracket > 0) {
            declare(name.substring(0, bracket));
        }
        declare(plain);
        List<String> all = values.get(plain);
        if (all != null) {
            all.add("null".equals(value) ? "" : value);
        }
    }

    private void declare(String name) {
        if (values.size() >= MOST_FIELDS && !values.containsKey(name)) {
            throw PlatformException.invalid("body", "it has more than " + MOST_FIELDS + " fields.");
        }
        values.computeIfAbsent(name, key -> new ArrayList<>());
    }
}
