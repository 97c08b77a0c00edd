package dev.vireo.local.analysis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Tokenizers by the product's names. */
final class Tokenizers {
    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> all() {
        Map<String, AnalysisProvider<TokenizerFactory>> all = new HashMap<>();
        all.put("keyword", made(settings -> KeywordTokenizer::new));
        all.put("letter", made(settings -> LetterTokenizer::new));
        all.put("whitespace", made(settings -> WhitespaceTokenizer::new));
        all.put("uax_url_email", made(settings -> UAX29URLEmailTokenizer::new));
        all.put("edge_ngram", made(Tokenizers::edgeNgram));
        all.put(
                "ngram",
                (index, environment, name, settings) -> TokenizerFactory.newFactory(name, ngram(index, settings)));
        all.put("pattern", made(Tokenizers::pattern));
        all.put("char_group", AnalysisPlugin.requiresAnalysisSettings(made(Tokenizers::charGroup)));
        all.put("icu_tokenizer", made(settings -> () -> new ICUTokenizer(new DefaultICUTokenizerConfig(true, true))));
        all.put("kuromoji_tokenizer", made(Tokenizers::kuromoji));
        all.put("smartcn_tokenizer", made(settings -> HMMChineseTokenizer::new));
        return all;
    }

    private static AnalysisProvider<TokenizerFactory> made(Function<Settings, Supplier<Tokenizer>> recipe) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, recipe.apply(settings));
    }

    private static Supplier<Tokenizer> edgeNgram(Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        IntPredicate kept = TokenCharacters.of(settings);
        return () -> new EdgeNGramTokenizer(shortest, longest) {
            @Override
            protected boolean isTokenChar(int character) {
                return kept.test(character);
            }
        };
    }

    private static Supplier<Tokenizer> ngram(IndexSettings index, Settings settings) {
        Ngrams lengths = Ngrams.of(index, settings, "NGram Tokenizer");
        IntPredicate kept = TokenCharacters.of(settings);
        return () -> new NGramTokenizer(lengths.shortest(), lengths.longest()) {
            @Override
            protected boolean isTokenChar(int character) {
                return kept.test(character);
            }
        };
    }

    private static Supplier<Tokenizer> pattern(Settings settings) {
        Pattern pattern = Pattern.compile(settings.get("pattern", "\\W+"));
        int group = settings.getAsInt("group", -1);
        return () -> new PatternTokenizer(pattern, group);
    }

    private static Supplier<Tokenizer> charGroup(Settings settings) {
        IntPredicate separators = TokenCharacters.separators(settings.getAsList("tokenize_on_chars"));
        return () -> CharTokenizer.fromSeparatorCharPredicate(separators);
    }

    private static Supplier<Tokenizer> kuromoji(Settings settings) {
        boolean discardPunctuation = settings.getAsBoolean("discard_punctuation", true);
        boolean discardCompound = settings.getAsBoolean("discard_compound_token", false);
        JapaneseTokenizer.Mode mode = switch (settings.get("mode", "search").toLowerCase(Locale.ROOT)) {
            case "normal" -> JapaneseTokenizer.Mode.NORMAL;
            case "extended" -> JapaneseTokenizer.Mode.EXTENDED;
            default -> JapaneseTokenizer.Mode.SEARCH;
        };
        return () -> new JapaneseTokenizer(null, discardPunctuation, discardCompound, mode);
    }
}
