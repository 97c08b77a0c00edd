package dev.vireo.upload.caption;

import dev.vireo.kit.error.PlatformException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file in WebVTT (W3C) or SubRip, told apart by its beginning. Regions, styles, comments, identifiers and the
 * places of cues are of no account here. A refusal names the line.
 */
final class CaptionFile {
    /** Name of the file in requests. */
    static final String FIELD = "captionfile";

    private static final int LONGEST_TEXT = 1_000;
    /** Tags and all; more would only cost time. */
    private static final int LONGEST_PAYLOAD = 10_000;

    private static final String ARROW = "-->";
    private static final String TIME = "(?:(\\d{1,3}):)?([0-5]?\\d):([0-5]?\\d)[.,](\\d{3})";
    private static final Pattern TIMES =
            Pattern.compile("[ \\t]*" + TIME + "[ \\t]*" + ARROW + "[ \\t]*" + TIME + "(?:[ \\t].*)?");
    private static final Pattern SIGNATURE = Pattern.compile("WEBVTT(?:[ \\t].*)?");
    private static final Pattern APART = Pattern.compile("(?:NOTE|STYLE|REGION)(?:[ \\t].*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\s*");
    /** What editors of SubRip place a line with. */
    private static final Pattern PLACE = Pattern.compile("\\{\\\\[^{}]*}");

    private static final int GROUPS = 4;

    private final List<String> lines;
    private final List<Cue> cues = new ArrayList<>();
    private int at;

    private CaptionFile(List<String> lines) {
        this.lines = lines;
    }

    /** Its cues by start, at least one; INVALID_ARGUMENT when it is no such file. */
    static List<Cue> read(byte[] content) {
        CaptionFile file = new CaptionFile(List.of(text(content).split("\r\n|\r|\n", -1)));
        if (SIGNATURE.matcher(file.lines.getFirst()).matches()) {
            file.header();
            file.webVtt();
        } else {
            file.subRip();
        }
        if (file.cues.isEmpty()) {
            throw PlatformException.invalid(FIELD, "has no words.");
        }
        return file.cues.stream()
                .sorted(Comparator.comparingLong(Cue::startMillis))
                .toList();
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw PlatformException.invalid(FIELD, "must be in UTF-8: save it in that encoding.");
        }
    }

    private void header() {
        while (at < lines.size() && !isBlank() && !isTimes()) {
            at++;
        }
    }

    private void webVtt() {
        while (skipBlank()) {
            if (APART.matcher(lines.get(at)).matches()) {
                block();
            } else {
                cue(UnaryOperator.identity());
            }
        }
    }

    /** What stands between two cues without times belongs to the first: some films have blank lines in their words. */
    private void subRip() {
        while (skipBlank()) {
            if (isTimes() || isTimesAt(at + 1)) {
                cue(CaptionFile::withoutPlaces);
            } else if (cues.isEmpty()) {
                throw PlatformException.invalid(FIELD, "must be a file in WebVTT or SubRip.");
            } else {
                Cue last = cues.removeLast();
                add(last.startMillis(), last.endMillis(), last.markup() + "\n" + withoutPlaces(block()));
            }
        }
    }

    private void cue(UnaryOperator<String> form) {
        if (!isTimes() && isTimesAt(at + 1)) {
            at++;
        }
        Matcher times = TIMES.matcher(lines.get(at));
        if (!times.matches()) {
            throw refused("must be times such as 00:01:02.500 --> 00:01:04.000.");
        }
        long start = millis(times, 0);
        long end = millis(times, GROUPS);
        if (end < start) {
            throw refused("must not end before it begins.");
        }
        at++;
        add(start, Math.max(end, start + 1), goesOn() ? form.apply(block()) : "");
    }

    private void add(long start, long end, String payload) {
        if (payload.length() > LONGEST_PAYLOAD) {
            throw refused("ends a cue that is too long.");
        }
        CueText words = CueText.of(payload);
        String text = words.text();
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw refused("ends a cue that is too long: it must have at most " + LONGEST_TEXT + " characters.");
        }
        if (!text.isEmpty()) {
            cues.add(new Cue(start, end, words.markup(), text));
        }
    }

    private String block() {
        StringBuilder block = new StringBuilder(lines.get(at++));
        while (goesOn()) {
            block.append('\n').append(lines.get(at++));
        }
        return block.toString();
    }

    /** Up to a blank line, or to one that begins another cue. */
    private boolean goesOn() {
        return at < lines.size()
                && !isBlank()
                && !isTimes()
                && !(isTimesAt(at + 1) && NUMBER.matcher(lines.get(at)).matches());
    }

    private static String withoutPlaces(String payload) {
        return PLACE.matcher(payload).replaceAll("");
    }

    private boolean skipBlank() {
        while (at < lines.size() && isBlank()) {
            at++;
        }
        return at < lines.size();
    }

    private boolean isBlank() {
        return lines.get(at).isBlank();
    }

    private boolean isTimes() {
        return isTimesAt(at);
    }

    private boolean isTimesAt(int line) {
        return line < lines.size() && lines.get(line).contains(ARROW);
    }

    private PlatformException refused(String what) {
        return PlatformException.invalid(FIELD, "line " + Math.min(at + 1, lines.size()) + " " + what);
    }

    private static long millis(Matcher times, int before) {
        String hours = times.group(before + 1);
        return ((hours == null ? 0 : Long.parseLong(hours)) * 3_600
                                + Long.parseLong(times.group(before + 2)) * 60
                                + Long.parseLong(times.group(before + 3)))
                        * 1_000
                + Long.parseLong(times.group(before + 4));
    }
}
