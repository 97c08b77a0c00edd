package dev.vireo.gateway.rest;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a multipart/form-data body (RFC 7578) that is in memory. */
public final class MultipartFields {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final String LINE = "\r\n";

    private MultipartFields() {}

    /**
     * One part.
     *
     * @param name of the field
     * @param file it comes from a file
     * @param content its bytes, each as one character
     */
    private record Part(String name, boolean file, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Text fields; one with a file is refused by name, but for the one that may be there and is not looked at. */
    static void read(String contentType, byte[] body, String skipped, BiConsumer<String, String> field) {
        for (Part part : parts(contentType, body)) {
            if (part.name().equals(skipped)) {
                continue;
            }
            if (part.file()) {
                throw PlatformException.invalid(part.name(), "files cannot be set here, send texts alone.");
            }
            field.accept(part.name(), new String(part.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** Bytes of the field of that name, from a file or not; empty when there is none. */
    public static Optional<byte[]> file(String contentType, byte[] body, String name) {
        return parts(contentType, body).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(Part::bytes);
    }

    private static List<Part> parts(String contentType, byte[] body) {
        List<Part> parts = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw malformed();
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // One byte, one character: positions stay exact, the values are decoded afterwards.
        String text = LINE + new String(body, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(LINE + delimiter);
        while (at >= 0) {
            int start = at + LINE.length() + delimiter.length();
            if (text.startsWith("--", start)) {
                return parts;
            }
            int end = text.indexOf(LINE + delimiter, start);
            if (end < 0) {
                break;
            }
            parts.add(part(text.substring(start, end)));
            at = end;
        }
        throw malformed();
    }

    private static Part part(String part) {
        int blank = part.indexOf(LINE + LINE);
        if (blank < 0) {
            throw malformed();
        }
        String head = utf8(part.substring(0, blank));
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw malformed();
        }
        return new Part(name.group(1), head.contains("filename="), part.substring(blank + 2 * LINE.length()));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static PlatformException malformed() {
        return PlatformException.invalid("body", "it is not multipart/form-data.");
    }
}
