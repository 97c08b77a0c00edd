package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.kit.error.PlatformException;
import java.util.Locale;
import java.util.Map;

/** What PeerTube's lists and searches have in common, checked; a failure names the field. */
public final class ListFields {
    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_COUNT = 100;
    private static final int MOST_DEEP = 10_000;
    private static final int LONGEST_TEXT = 100;
    private static final String HOST = "[a-z0-9.:\\[\\]_-]*";

    private ListFields() {}

    /**
     * PeerTube's start and count.
     *
     * @param asked of the service
     * @param count how many at most; 0 asks for the total alone
     */
    public record Window(PageOf.Window asked, int count) {
        /** Both, checked. */
        public static Window of(QueryFields fields) {
            int count = fields.number("count", DEFAULT_COUNT, MOST_COUNT);
            int start = fields.number("start", 0, MOST_DEEP);
            if (start + count > MOST_DEEP) {
                throw PlatformException.invalid("start", "with count at most " + MOST_DEEP + ".");
            }
            return new Window(new PageOf.Window(count == 0 ? 0 : start, Math.max(1, count)), count);
        }
    }

    /** The other way round than an order that begins with -. */
    public static boolean ascending(QueryFields fields) {
        String sort = fields.text("sort", LONGEST_TEXT);
        return !sort.isEmpty() && !sort.startsWith("-");
    }

    /** One of these orders. */
    public static <S> S sort(QueryFields fields, String otherwise, Map<String, S> sorts) {
        String text = fields.text("sort", LONGEST_TEXT);
        String asked = text.isEmpty() ? otherwise : text;
        S sort = sorts.get(asked.startsWith("-") ? asked.substring(1) : asked);
        if (sort == null) {
            throw PlatformException.invalid(
                    "sort",
                    "must be one of "
                            + String.join(", ", sorts.keySet().stream().sorted().toList())
                            + ", with - before it for the other way round.");
        }
        return sort;
    }

    /** Whose host; empty for any. */
    public static String host(QueryFields fields) {
        return host(fields.text("host", LONGEST_TEXT));
    }

    static String host(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        if (!host.matches(HOST)) {
            throw PlatformException.invalid("host", "must be a host such as videos.example.org.");
        }
        return host;
    }

    /** Refuses to search elsewhere. */
    public static void local(QueryFields fields) {
        String target = fields.text("searchTarget", LONGEST_TEXT);
        if (!target.isEmpty() && !"local".equals(target)) {
            throw PlatformException.invalid("searchTarget", "must be local: no other index is asked here.");
        }
    }
}
