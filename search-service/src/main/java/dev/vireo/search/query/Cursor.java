package dev.vireo.search.query;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as a caller keeps it: the order, how far words are looked for, the last item's value and its id. By
 * relevance the value is how many came before, as the measure of relevance tells of words in what its reader may not
 * see. So it gives nothing away and needs no signature.
 *
 * @param order it belongs to
 * @param reach as the first page found it; null for a plain list
 * @param value of the field it is ordered by
 * @param id of the last video
 */
record Cursor(VideoQuery.Order order, @Nullable Reach reach, String value, String id) {
    private static final int LONGEST = 2_000;
    private static final String NUMBER = "-?\\d{1,18}(\\.\\d{1,18})?(E-?\\d{1,3})?";
    private static final String PLACE = "\\d{1,4}";
    private static final String ID = "[0-9a-f-]{36}";
    private static final char NO_REACH = '0';

    /** Whether the value is how many came before. */
    boolean counts() {
        return order.sort() == VideoQuery.Sort.MATCH;
    }

    /** How many came before. */
    int place() {
        return Integer.parseInt(value);
    }

    String encode() {
        String text = begin(order) + (reach == null ? NO_REACH : reach.digit()) + id + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String text, VideoQuery.Order order) {
        String begin = begin(order);
        String plain = plain(text);
        int id = begin.length() + 1;
        int value = id + 36;
        if (!plain.startsWith(begin)
                || plain.length() < value
                || !plain.substring(id, value).matches(ID)) {
            throw wrong();
        }
        Cursor cursor =
                new Cursor(order, reach(plain.charAt(id - 1)), plain.substring(value), plain.substring(id, value));
        if (!cursor.value().matches(form(order.sort()))) {
            throw wrong();
        }
        return cursor;
    }

    private static String begin(VideoQuery.Order order) {
        return order.sort() + (order.ascending() ? "+" : "-");
    }

    private static @Nullable Reach reach(char digit) {
        return digit == NO_REACH ? null : Reach.of(digit).orElseThrow(Cursor::wrong);
    }

    private static String form(VideoQuery.Sort sort) {
        return switch (sort) {
            case NAME -> "(?s).*";
            case MATCH -> PLACE;
            case PUBLISHED, CREATED, DURATION, VIEWS, TRENDING, HOT, LIKES, COMMENTS -> NUMBER;
        };
    }

    private static String plain(String text) {
        if (text.length() > LONGEST) {
            throw wrong();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw wrong();
        }
    }

    private static PlatformException wrong() {
        return PlatformException.invalid("cursor", "must be that of an answer with the same order.");
    }
}
