package dev.vireo.search.query;

import dev.vireo.kit.Beginning;
import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks of what callers ask; each failure names the field. */
public final class Inputs {
    static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_COUNT = 100;
    /** As deep as the index counts. */
    static final int MOST_DEEP = 10_000;

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_SEARCH = 1_000;
    private static final int MOST_WORDS = 40;
    private static final int MOST_SEARCHED = 200;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Inputs() {}

    /** What a person types: the first words of it, each once; more would only make the question slow. */
    public static String words(String field, String text) {
        String first = WHITE_SPACE
                .splitAsStream(typed(field, text))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
        // Not every language has white space between its words.
        return Beginning.of(first, MOST_SEARCHED);
    }

    /** What a person types, as it is. */
    public static String typed(String field, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_SEARCH) {
            throw PlatformException.invalid(field, "must have at most " + LONGEST_SEARCH + " characters.");
        }
        return printable(field, text);
    }

    /** A name or another short text. */
    public static String text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw PlatformException.invalid(field, "must have at most " + LONGEST_TEXT + " characters.");
        }
        return printable(field, text);
    }

    static List<String> texts(String field, List<String> texts) {
        return texts(field, texts, MOST_VALUES);
    }

    /** So many texts at most. */
    static List<String> texts(String field, List<String> texts, int most) {
        few(field, texts, most);
        return texts.stream().map(text -> text(field, text)).toList();
    }

    static List<Integer> numbers(String field, List<Integer> numbers) {
        few(field, numbers);
        numbers.forEach(number -> between(field, number, 1, Byte.MAX_VALUE));
        return numbers;
    }

    /** UUIDs in their usual form. */
    public static List<String> ids(String field, List<String> ids) {
        return ids(field, ids, MOST_VALUES);
    }

    /** So many UUIDs at most. */
    static List<String> ids(String field, List<String> ids, int most) {
        few(field, ids, most);
        try {
            return ids.stream().map(id -> UUID.fromString(id).toString()).toList();
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid(field, "must be UUIDs.");
        }
    }

    /** Each {@code name@host} below its host; a name without one below the empty text. */
    static Map<String, List<String>> byHost(List<String> handles) {
        return handles.stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT).split("@", 2))
                .collect(Collectors.groupingBy(
                        parts -> parts.length == 1 ? "" : parts[1],
                        Collectors.mapping(parts -> parts[0], Collectors.toList())));
    }

    /** How many a page of a list has; 0 asks for as many as are usual. */
    public static int count(int asked) {
        int count = asked == 0 ? DEFAULT_COUNT : asked;
        between("count", count, 1, MOST_COUNT);
        return count;
    }

    /** How many of a list come before a page of so many. */
    public static int start(int start, int count) {
        between("start", start, 0, MOST_DEEP - count);
        return start;
    }

    /** As many of a page as lie within the depth that is counted. */
    static int shallow(int start, int count) {
        return Math.min(count, MOST_DEEP - start);
    }

    /** Bounds, both inside. */
    public static void between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw PlatformException.invalid(field, "must be from " + least + " to " + most + ".");
        }
    }

    static <T> List<T> few(String field, List<T> values) {
        return few(field, values, MOST_VALUES);
    }

    private static <T> List<T> few(String field, List<T> values, int most) {
        if (values.size() > most) {
            throw PlatformException.invalid(field, "must have at most " + most + " values.");
        }
        return values;
    }

    private static String printable(String field, String text) {
        if (text.chars()
                .anyMatch(character -> Character.isISOControl(character) && !Character.isWhitespace(character))) {
            throw PlatformException.invalid(field, "must have no control characters.");
        }
        return text;
    }
}
