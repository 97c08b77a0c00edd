package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.Privacy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PeerTube's numbered constants as {@code {id, label}}. */
public final class Labels {
    private static final String UNKNOWN = "Unknown";
    static final SortedMap<Integer, String> LICENCES = sorted(Map.of(
            1, "Attribution",
            2, "Attribution - Share Alike",
            3, "Attribution - No Derivatives",
            4, "Attribution - Non Commercial",
            5, "Attribution - Non Commercial - Share Alike",
            6, "Attribution - Non Commercial - No Derivatives",
            7, "Public Domain Dedication"));
    static final SortedMap<Integer, String> CATEGORIES = sorted(Map.ofEntries(
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
            Map.entry(18, "Food")));
    /** ISO 639-1; the owner of a video may write any BCP 47 tag. */
    static final SortedMap<String, String> LANGUAGES =
            sorted(Stream.of(Locale.getISOLanguages()).collect(Collectors.toMap(Function.identity(), Labels::named)));

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
        return node.put("id", tag).put("label", named(tag));
    }

    static ObjectNode of(int id, String label) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("label", label);
    }

    private static String named(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** Labels of these privacies, by id: in the same order in each process. */
    public static SortedMap<Integer, String> privacies(List<Privacy> some) {
        return sorted(some.stream().collect(Collectors.toMap(Privacy::id, Privacy::label)));
    }

    private static <K> SortedMap<K, String> sorted(Map<K, String> labels) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    private static ObjectNode numbered(int id, Map<Integer, String> labels) {
        if (id == 0) {
            return JsonNodeFactory.instance.objectNode().putNull("id").put("label", UNKNOWN);
        }
        return of(id, Objects.requireNonNullElse(labels.get(id), UNKNOWN));
    }
}
