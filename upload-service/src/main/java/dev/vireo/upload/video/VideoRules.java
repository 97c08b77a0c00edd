package dev.vireo.upload.video;

import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a video's details may be; a refusal names the field. */
public final class VideoRules {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_FILENAME = 255;
    private static final int MOST_TAGS = 5;
    private static final int SHORTEST_TAG = 2;
    private static final int LONGEST_TAG = 30;
    private static final int LAST_LICENCE = 7;
    private static final int LAST_CATEGORY = 18;

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final int LAST_NANO = 999_999_999;

    private VideoRules() {}

    /** The same details; INVALID_ARGUMENT with the field's name when one is not allowed. */
    public static VideoDetails checked(VideoDetails details) {
        between("name", details.name().strip(), SHORTEST_NAME, LONGEST_NAME);
        between("name", details.name(), SHORTEST_NAME, LONGEST_NAME);
        between("description", details.description(), 0, LONGEST_DESCRIPTION);
        noControls("name", details.name());
        if (details.description().indexOf('\0') >= 0) {
            throw PlatformException.invalid("description", "must not have the character NUL.");
        }
        tags(details.tags());
        language(details.language());
        within("licence", details.licence(), LAST_LICENCE);
        within("category", details.category(), LAST_CATEGORY);
        if (details.publishAt() != null && details.privacy() != Privacy.PRIVATE) {
            throw PlatformException.invalid("publishAt", "only a private video can be scheduled.");
        }
        return details;
    }

    /** That time, to the microsecond; INVALID_ARGUMENT when it is outside of 1970 to 9999. */
    public static Instant publishAt(long second, int nano) {
        if (second < 0 || second > LAST_SECOND || nano < 0 || nano > LAST_NANO) {
            throw PlatformException.invalid("publishAt", "must be a time from 1970 to 9999.");
        }
        return Instant.ofEpochSecond(second, nano).truncatedTo(ChronoUnit.MICROS);
    }

    /** The same file name; INVALID_ARGUMENT when it is too long or has control characters. */
    public static String filename(String filename) {
        between("filename", filename, 0, LONGEST_FILENAME);
        noControls("filename", filename);
        return filename;
    }

    /** A title for a file that came without one: its name without the ending. */
    public static String titleOf(String filename) {
        String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        for (String candidate : List.of(stem.strip(), last.strip())) {
            int length = candidate.codePointCount(0, candidate.length());
            if (length >= SHORTEST_NAME) {
                return candidate.substring(0, candidate.offsetByCodePoints(0, Math.min(length, LONGEST_NAME)));
            }
        }
        return "Untitled";
    }

    private static void tags(List<String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw PlatformException.invalid("tags", "at most five.");
        }
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            between("tags", tag, SHORTEST_TAG, LONGEST_TAG);
            noControls("tags", tag);
            if (!seen.add(tag.toLowerCase(Locale.ROOT))) {
                throw PlatformException.invalid("tags", "'" + tag + "' comes twice.");
            }
        }
    }

    /** The same language as it is usually written; INVALID_ARGUMENT when it is none. */
    public static String language(String language) {
        if (language.isEmpty()) {
            return language;
        }
        try {
            return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw PlatformException.invalid("language", "must be a BCP 47 tag such as en or pt-BR.");
        }
    }

    private static void within(String field, int number, int last) {
        if (number < 0 || number > last) {
            throw PlatformException.invalid(field, "must be a number from 1 to " + last + ", or 0 for none.");
        }
    }

    private static void between(String field, String text, int shortest, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw PlatformException.invalid(
                    field,
                    shortest == 0
                            ? "must have at most " + longest + " characters."
                            : "must have " + shortest + " to " + longest + " characters.");
        }
    }

    /** PostgreSQL takes no NUL, and no front-end shows the others. */
    private static void noControls(String field, String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid(field, "must have no control characters.");
        }
    }
}
