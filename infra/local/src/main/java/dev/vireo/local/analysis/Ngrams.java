package dev.vireo.local.analysis;

import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;

/** The shortest and the longest n-gram; an index limits how far they lie apart. */
record Ngrams(int shortest, int longest) {

    static Ngrams of(IndexSettings index, Settings settings, String what) {
        Ngrams lengths = new Ngrams(settings.getAsInt("min_gram", 1), settings.getAsInt("max_gram", 2));
        int difference = lengths.longest() - lengths.shortest();
        if (difference > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                    "The difference between max_gram and min_gram in %s must be less than or equal to: [%d] but was [%d]. This limit can be set by changing the [index.max_ngram_diff] index level setting."
                            .formatted(what, index.getMaxNgramDiff(), difference));
        }
        return lengths;
    }
}
