package dev.vireo.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Words as often as in real titles: half of them from a list of what films are about, the other half made of syllables,
 * each about as often as its rank says (Zipf's law).
 */
final class Vocabulary {
    private static final int MADE = 40_000;
    private static final List<String> BEGINNINGS = List.of(
            "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "ye", "zi",
            "bra", "cle", "dri", "flo", "gru", "pra", "ste", "tri");
    private static final List<String> ENDINGS = List.of("n", "r", "s", "l", "t", "m", "nd", "rk", "st", "", "x", "sh");
    private static final List<String> SUBJECTS = List.of(
            "linux",
            "kernel",
            "garden",
            "bread",
            "piano",
            "guitar",
            "bicycle",
            "mountain",
            "history",
            "physics",
            "history",
            "cooking",
            "chess",
            "robot",
            "privacy",
            "camera",
            "river",
            "forest",
            "music",
            "painting",
            "language",
            "grammar",
            "museum",
            "election",
            "climate",
            "energy",
            "solar",
            "battery",
            "engine",
            "railway",
            "airport",
            "sailing",
            "climbing",
            "running",
            "football",
            "tennis",
            "yoga",
            "medicine",
            "vaccine",
            "planet",
            "telescope",
            "comet",
            "galaxy",
            "dinosaur",
            "volcano",
            "ocean",
            "whale",
            "birds",
            "insects",
            "mushroom",
            "coffee",
            "cheese",
            "wine",
            "pasta",
            "soup",
            "knitting",
            "sewing",
            "woodwork",
            "furniture",
            "pottery",
            "poetry",
            "novel",
            "theatre",
            "opera",
            "jazz",
            "concert",
            "festival",
            "interview",
            "lecture",
            "tutorial",
            "review",
            "workshop",
            "conference",
            "debate",
            "documentary",
            "journey",
            "island",
            "desert",
            "city",
            "village",
            "school",
            "university",
            "library",
            "internet",
            "network",
            "server",
            "database",
            "compiler",
            "python",
            "java",
            "blender",
            "podcast",
            "radio",
            "television",
            "cinema",
            "animation",
            "comedy",
            "mystery");

    private final List<String> made;

    Vocabulary(Random random) {
        this.made = IntStream.range(0, MADE).mapToObj(rank -> word(random)).toList();
    }

    /** The next word. */
    String word(Zipf zipf) {
        return zipf.isHeads() ? SUBJECTS.get(zipf.below(SUBJECTS.size())) : made.get(zipf.below(MADE));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int at = 0; at < syllables; at++) {
            word.append(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        }
        return word.append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString();
    }

    /** Ranks of which the k-th is about 1/k as often as the first. */
    record Zipf(Random random) {
        /** From 0 to less than {@code ranks}. */
        int below(int ranks) {
            return (int) Math.pow(ranks, random.nextDouble()) - (ranks > 1 ? 1 : 0);
        }

        boolean isHeads() {
            return random.nextBoolean();
        }
    }
}
