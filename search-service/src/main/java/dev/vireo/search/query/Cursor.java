package dev.vireo.search.query;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended, as a caller keeps it: the order, the last item's value and its id. It gives nothing that its
 * reader may not see, so it needs no signature.
 *
 * @param order it belongs to
 * @param value of the field it is ordered by
 * @param id of the last video
 */
record Cursor(VideoQuery.Order order, String value, String id) {
    private static final int LONGEST = 2_000;
    private static final String NUMBER = "-?\\d{1,18}(\\.\\d{1,18})?(E-?\\d{1,3})?";
    private static final String ID = "[0-9a-f-]{36}";

    String encode() {
        String text = order.sort() + (order.ascending() ? "+" : "-") + id + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String text, VideoQuery.Order order) {
        String begin = order.sort() + (order.ascending() ? "+" : "-");
        String plain = plain(text);
        int id = begin.length();
        int value = id + 36;
        if (!plain.startsWith(begin)
                || plain.length() < value
                || !plain.substring(id, value).matches(ID)) {
            throw wrong();
        }
        Cursor cursor = new Cursor(order, plain.substring(value), plain.substring(id, value));
        if (order.sort() != VideoQuery.Sort.NAME && !cursor.value().matches(NUMBER)) {
            throw wrong();
        }
        return cursor;
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
