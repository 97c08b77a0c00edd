package dev.vireo.local.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;

/** The parameters of {@code word_delimiter_graph}. */
final class WordParts {
    private static final Map<String, Integer> ON_BY_DEFAULT = Map.of(
            "generate_word_parts", WordDelimiterGraphFilter.GENERATE_WORD_PARTS,
            "generate_number_parts", WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS,
            "split_on_case_change", WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE,
            "split_on_numerics", WordDelimiterGraphFilter.SPLIT_ON_NUMERICS,
            "stem_english_possessive", WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE);
    private static final Map<String, Integer> OFF_BY_DEFAULT = Map.of(
            "catenate_words", WordDelimiterGraphFilter.CATENATE_WORDS,
            "catenate_numbers", WordDelimiterGraphFilter.CATENATE_NUMBERS,
            "catenate_all", WordDelimiterGraphFilter.CATENATE_ALL,
            "preserve_original", WordDelimiterGraphFilter.PRESERVE_ORIGINAL,
            "ignore_keywords", WordDelimiterGraphFilter.IGNORE_KEYWORDS);

    private WordParts() {}

    static UnaryOperator<TokenStream> of(Settings settings) {
        int flags = flags(settings, ON_BY_DEFAULT, true) | flags(settings, OFF_BY_DEFAULT, false);
        boolean adjust = settings.getAsBoolean("adjust_offsets", true);
        CharArraySet whole = new CharArraySet(settings.getAsList("protected_words"), false);
        return tokens -> new WordDelimiterGraphFilter(
                tokens, adjust, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, whole);
    }

    private static int flags(Settings settings, Map<String, Integer> known, boolean otherwise) {
        return known.entrySet().stream()
                .filter(entry -> settings.getAsBoolean(entry.getKey(), otherwise))
                .mapToInt(Map.Entry::getValue)
                .reduce(0, (one, other) -> one | other);
    }
}
