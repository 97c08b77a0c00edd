package dev.vireo.gateway.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PeerTube's numbered constants as {@code {id, label}}. */
final class Labels {
    private static final String UNKNOWN = "Unknown";
    private static final Map<Integer, String> LICENCES = Map.of(
            1, "Attribution",
            2, "Attribution - Share Alike",
            3, "Attribution - No Derivatives",
            4, "Attribution - Non Commercial",
            5, "Attribution - Non Commercial - Share Alike",
            6, "Attribution - Non Commercial - No Derivatives",
            7, "Public Domain Dedication");
    private static final Map<Integer, String> CATEGORIES = Map.ofEntries(
            Map.entry(1, "Music"),
            Map.entry(2, "Films"),
            Map.entry(3, "Vehicles"),
            Map.entry(4, "Art"),
            Map.entry(5, "Sports"),
            Map.entry(6, "Travels"),
            Map.entry(7, "Gaming"),
            Map.entry(8, "People"),
            Map.entry(9, "Comedy"),
            Map.entry(10, "Entertainment"),
            Map.entry(11, "News & Politics"),
            Map.entry(12, "How To"),
            Map.entry(13, "Education"),
            Map.entry(14, "Activism"),
            Map.entry(15, "Science & Technology"),
            Map.entry(16, "Animals"),
            Map.entry(17, "Kids"),
            Map.entry(18, "Food"));

    private Labels() {}

    static ObjectNode licence(int id) {
        return numbered(id, LICENCES);
    }

    static ObjectNode category(int id) {
        return numbered(id, CATEGORIES);
    }

    static ObjectNode language(String tag) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (tag.isEmpty()) {
            return node.putNull("id").put("label", UNKNOWN);
        }
        return node.put("id", tag).put("label", Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
    }

    static ObjectNode of(int id, String label) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("label", label);
    }

    private static ObjectNode numbered(int id, Map<Integer, String> labels) {
        if (id == 0) {
            return JsonNodeFactory.instance.objectNode().putNull("id").put("label", UNKNOWN);
        }
        return of(id, Objects.requireNonNullElse(labels.get(id), UNKNOWN));
    }
}
