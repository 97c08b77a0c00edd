package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.kit.error.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * PeerTube's {@code start}, {@code count} and {@code sort}, checked.
 *
 * @param start how many to leave out
 * @param count how many at most; 0 asks for the total alone
 */
public record Paging(int start, int count) {
    private static final int DEFAULT_COUNT = 15;
    private static final int MOST_START = 10_000;
    private static final int MOST_COUNT = 100;

    /** Reads the query; an error names the field. Lists come in one order, which alone may be asked for. */
    public static Paging of(Map<String, String> query, List<String> orders) {
        String sort = query.get("sort");
        if (sort != null && !orders.contains(sort)) {
            throw PlatformException.invalid("sort", "must be one of " + String.join(", ", orders) + ".");
        }
        return new Paging(
                number(query.get("start"), "start", 0, MOST_START),
                number(query.get("count"), "count", DEFAULT_COUNT, MOST_COUNT));
    }

    /** What is asked of a service. */
    public PageOf.Window window() {
        return new PageOf.Window(start, Math.max(1, count));
    }

    /** A page in PeerTube's shape. */
    public <T> ObjectNode answer(PageOf<T> page, Function<T, ObjectNode> shape) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("total", page.total());
        ArrayNode data = node.putArray("data");
        page.items().stream().limit(count).map(shape).forEach(data::add);
        return node;
    }

    private static int number(@Nullable String text, String field, int otherwise, int most) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (text.length() > 6 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw outside(field, most);
        }
        int number = Integer.parseInt(text);
        if (number > most) {
            throw outside(field, most);
        }
        return number;
    }

    private static PlatformException outside(String field, int most) {
        return PlatformException.invalid(field, "must be a whole number from 0 to " + most + ".");
    }
}
