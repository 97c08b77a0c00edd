package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody may begin to type to be led to a title or a name: all of it, or its end from one of the first words on.
 * Each is in a context of its kind and instance, so that one question to the indexes of both kinds keeps them apart.
 */
public final class Suggestions {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int WORDS = 8;
    private static final int FROM_THE_BEGINNING = 2;
    private static final int FROM_A_LATER_WORD = 1;

    private Suggestions() {}

    /** Where the titles of an instance's videos are. */
    public static String titlesOf(InstanceId instance) {
        return instance.value();
    }

    /** Where the names of an instance's channels are; no instance has such an id. */
    public static String namesOf(InstanceId instance) {
        return "channel:" + instance.value();
    }

    static List<Map<String, Object>> ofTitle(String title, List<InstanceId> instances) {
        return of(
                title, List.of(), instances.stream().map(Suggestions::titlesOf).toList());
    }

    /** The handle leads to a channel, too. */
    static List<Map<String, Object>> ofName(String displayName, String handle, List<InstanceId> instances) {
        return of(
                displayName,
                List.of(handle),
                instances.stream().map(Suggestions::namesOf).toList());
    }

    private static List<Map<String, Object>> of(String title, List<String> more, List<String> contexts) {
        List<String> words = Arrays.asList(WHITE_SPACE.split(title.strip()));
        List<String> later = new ArrayList<>(more);
        for (int at = 1; at < Math.min(words.size(), WORDS); at++) {
            later.add(String.join(" ", words.subList(at, words.size())));
        }
        List<Map<String, Object>> inputs = new ArrayList<>();
        inputs.add(input(List.of(String.join(" ", words)), FROM_THE_BEGINNING, contexts));
        if (!later.isEmpty()) {
            inputs.add(input(later, FROM_A_LATER_WORD, contexts));
        }
        return inputs;
    }

    private static Map<String, Object> input(List<String> texts, int weight, List<String> contexts) {
        return Map.of("input", texts, "weight", weight, "contexts", Map.of("instance", contexts));
    }
}
