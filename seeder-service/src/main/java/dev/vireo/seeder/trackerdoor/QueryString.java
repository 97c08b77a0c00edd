package dev.vireo.seeder.trackerdoor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind the question mark, decoded to bytes: an info-hash is no text in any charset, so nothing that makes
 * strings of it may see it first.
 */
final class QueryString {

    private static final int MOST_PARAMETERS = 200;
    private static final int HEX = 16;

    private final Map<String, List<byte[]>> parameters;

    private QueryString(Map<String, List<byte[]>> parameters) {
        this.parameters = parameters;
    }

    /** Reads a query; empty when it is not one, or has too much in it. */
    static Optional<QueryString> parse(String query) {
        Map<String, List<byte[]>> parameters = new HashMap<>();
        int count = 0;
        int from = 0;
        while (from < query.length()) {
            int end = query.indexOf('&', from);
            String part = query.substring(from, end < 0 ? query.length() : end);
            from += part.length() + 1;
            if (part.isEmpty()) {
                continue;
            }
            int sign = part.indexOf('=');
            Optional<byte[]> name = decode(sign < 0 ? part : part.substring(0, sign));
            Optional<byte[]> value = decode(sign < 0 ? "" : part.substring(sign + 1));
            if (++count > MOST_PARAMETERS || name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            parameters
                    .computeIfAbsent(new String(name.get(), StandardCharsets.ISO_8859_1), first -> new ArrayList<>(1))
                    .add(value.get());
        }
        return Optional.of(new QueryString(parameters));
    }

    /** All values of a parameter. */
    List<byte[]> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The value of a parameter that stands there once; empty otherwise. */
    Optional<byte[]> bytes(String name) {
        List<byte[]> values = all(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The same as text. */
    Optional<String> text(String name) {
        return bytes(name).map(value -> new String(value, StandardCharsets.ISO_8859_1));
    }

    /** The same as a number of ours; empty when it is none. */
    Optional<Long> number(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(Long.parseLong(text));
            } catch (NumberFormatException other) {
                return Optional.empty();
            }
        });
    }

    private static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '+') {
                bytes.write(' ');
            } else if (sign != '%') {
                if (sign > 0xff) {
                    return Optional.empty();
                }
                bytes.write(sign);
            } else {
                if (at + 2 >= text.length()) {
                    return Optional.empty();
                }
                int high = digit(text.charAt(at + 1));
                int low = digit(text.charAt(at + 2));
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * HEX + low);
                at += 2;
            }
        }
        return Optional.of(bytes.toByteArray());
    }

    private static int digit(char sign) {
        return sign > 'f' ? -1 : Character.digit(sign, HEX);
    }
}
