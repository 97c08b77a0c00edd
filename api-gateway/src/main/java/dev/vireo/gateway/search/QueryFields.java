package dev.vireo.gateway.search;

import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.PlatformException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an address's query, checked; a failure names the field. Lists come as {@code name=a&name=b} or
 * {@code name[]=a}; an empty value counts as absent.
 */
public final class QueryFields {
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_NUMBER = 10;
    private static final int LONGEST_TIME = 60;
    private static final int LONGEST_WORD = 100;
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, List<String>> values;

    /** All values of each parameter. */
    public QueryFields(Map<String, List<String>> values) {
        this.values = values;
    }

    /** One text; empty when it is absent. */
    public String text(String name, int longest) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw PlatformException.invalid(name, "must be given once.");
        }
        return all.isEmpty() ? "" : printable(name, all.getFirst(), longest);
    }

    /** All texts of a list. */
    public List<String> texts(String name, int longest) {
        return texts(name, longest, MOST_VALUES);
    }

    /** All texts of a list that may be so long. */
    List<String> texts(String name, int longest, int most) {
        List<String> all = new ArrayList<>(values.getOrDefault(name, List.of()));
        all.addAll(values.getOrDefault(name + "[]", List.of()));
        all.removeIf(String::isEmpty);
        if (all.size() > most) {
            throw PlatformException.invalid(name, "must have at most " + most + " values.");
        }
        all.forEach(text -> printable(name, text, longest));
        return all;
    }

    /** All whole numbers of a list. */
    public List<Integer> numbers(String name, int least, int most) {
        return texts(name, LONGEST_NUMBER).stream()
                .map(text -> whole(name, text, least, most))
                .toList();
    }

    /** A whole number; null when it is absent. */
    public @Nullable Integer number(String name, int most) {
        String text = text(name, Integer.MAX_VALUE);
        return text.isEmpty() ? null : Integer.valueOf(whole(name, text, 0, most));
    }

    /** A whole number. */
    public int number(String name, int otherwise, int most) {
        Integer number = number(name, most);
        return number == null ? otherwise : number;
    }

    /** Yes, no, or null when it is absent. */
    public @Nullable Boolean flag(String name) {
        return switch (text(name, Integer.MAX_VALUE)) {
            case "" -> null;
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw PlatformException.invalid(name, "must be true or false.");
        };
    }

    /** PeerTube's {@code nsfw}: with it alone, without it, or null for both. */
    public @Nullable Boolean nsfw() {
        if ("both".equals(text("nsfw", LONGEST_WORD))) {
            return null;
        }
        try {
            return flag("nsfw");
        } catch (PlatformException neither) {
            throw PlatformException.invalid("nsfw", "must be true, false or both.");
        }
    }

    /** A time in ISO 8601, in UTC unless it says otherwise; null when it is absent. */
    public @Nullable Instant time(String name) {
        String text = text(name, LONGEST_TIME);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant time = parse(text);
            if (!time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME)) {
                return time;
            }
        } catch (DateTimeException malformed) {
            throw PlatformException.invalid(name, "must be a time such as 2030-01-31T10:00:00Z.");
        }
        throw PlatformException.invalid(name, "must be in the years 1 to 9999.");
    }

    /** UUIDs, long or short. */
    public List<String> uuids(String name) {
        return texts(name, Integer.MAX_VALUE).stream()
                .map(text -> ShortUuid.parse(text)
                        .map(UUID::toString)
                        .orElseThrow(() -> PlatformException.invalid(name, "must be UUIDs or short ids.")))
                .toList();
    }

    private static Instant parse(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                        instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static int whole(String name, String text, int least, int most) {
        boolean digits = text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        long number = digits && text.length() <= LONGEST_NUMBER ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw PlatformException.invalid(name, "must be a whole number from " + least + " to " + most + ".");
        }
        return (int) number;
    }

    private static String printable(String name, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw PlatformException.invalid(name, "must have at most " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(QueryFields::unprintable)) {
            throw PlatformException.invalid(name, "must have no control characters.");
        }
        return text;
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }
}
