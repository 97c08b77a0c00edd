package dev.vireo.gateway.rest;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text fields of a multipart/form-data body (RFC 7578) that is in memory; a part with a file is refused by name. */
final class MultipartFields {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final String LINE = "\r\n";

    private MultipartFields() {}

    static void read(String contentType, byte[] body, BiConsumer<String, String> field) {
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
                return;
            }
            int end = text.indexOf(LINE + delimiter, start);
            if (end < 0) {
                break;
            }
            part(text.substring(start, end), field);
            at = end;
        }
        throw malformed();
    }

    private static void part(String part, BiConsumer<String, String> field) {
        int blank = part.indexOf(LINE + LINE);
        if (blank < 0) {
            throw malformed();
        }
        String head = utf8(part.substring(0, blank));
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw malformed();
        }
        if (head.contains("filename=")) {
            throw PlatformException.invalid(name.group(1), "files cannot be set here, send texts alone.");
        }
        field.accept(name.group(1), utf8(part.substring(blank + 2 * LINE.length())));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static PlatformException malformed() {
        return PlatformException.invalid("body", "it is not multipart/form-data.");
    }
}
