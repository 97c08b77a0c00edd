package dev.vireo.upload.caption;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The payload of a cue in two forms: with the tags that every player knows, and as plain text. */
final class CueText {
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z0-9]*)[^<>]*>");

    private static final Set<String> KEPT = Set.of("b", "i", "u");

    private final StringBuilder markup = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private CueText() {}

    static CueText of(String payload) {
        CueText read = new CueText();
        Matcher tag = TAG.matcher(payload);
        int at = 0;
        while (tag.find()) {
            read.words(payload.substring(at, tag.start()));
            read.tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty());
            at = tag.end();
        }
        read.words(payload.substring(at));
        while (!read.open.isEmpty()) {
            read.close();
        }
        return read;
    }

    /** Without blank lines, which would end the cue. */
    String markup() {
        return markup.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** In one line. */
    String text() {
        return text.toString().replaceAll("[\\s\\u00A0\\u2028\\u2029]+", " ").strip();
    }

    private void words(String escaped) {
        String plain = CharacterReferences.decode(escaped);
        plain.codePoints().forEach(point -> {
            int shown = shown(point);
            text.appendCodePoint(shown);
            switch (shown) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                default -> markup.appendCodePoint(shown);
            }
        });
    }

    /** Control characters mean nothing here, and half a surrogate pair is no character. */
    private static int shown(int point) {
        if (point == '\n') {
            return point;
        }
        boolean blank = Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
        return blank ? ' ' : Character.getType(point) == Character.SURROGATE ? 0xFFFD : point;
    }

    private void tag(String name, boolean end) {
        if (!KEPT.contains(name)) {
            return;
        }
        if (!end && !open.contains(name)) {
            open.push(name);
            markup.append('<').append(name).append('>');
        } else if (end && name.equals(open.peek())) {
            close();
        }
    }

    private void close() {
        markup.append("</").append(open.pop()).append('>');
    }
}
