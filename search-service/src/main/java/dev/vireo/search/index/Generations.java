package dev.vireo.search.index;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes of a kind that are there.
 *
 * @param all of them, the newest first
 */
record Generations(List<SearchIndex> all) {
    Generations {
        all = all.stream()
                .sorted(Comparator.comparingInt(SearchIndex::generation).reversed())
                .toList();
    }

    Optional<SearchIndex> newest() {
        return all.stream().findFirst();
    }

    /** Where queries go. */
    Optional<SearchIndex> answering() {
        return all.stream().filter(SearchIndex::answers).findFirst();
    }

    /** All that the read alias names: one, or none. */
    List<SearchIndex> holders() {
        return all.stream().filter(SearchIndex::answers).toList();
    }

    /** Those that matter: the others are to be removed, or were never finished. */
    List<SearchIndex> used() {
        return Stream.concat(newest().stream(), answering().stream()).distinct().toList();
    }

    /** Those that were answered from before. */
    List<SearchIndex> superseded() {
        return answering().stream()
                .flatMap(present -> all.stream().filter(index -> index.generation() < present.generation()))
                .toList();
    }

    int next() {
        return newest().map(SearchIndex::generation).orElse(0) + 1;
    }
}
