package dev.vireo.local.analysis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseReadingFormFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Token filters by the product's names; its core has {@code stop}, {@code shingle} and {@code hunspell} already. */
final class TokenFilters {
    private final Map<String, AnalysisProvider<TokenFilterFactory>> all = new HashMap<>();

    Map<String, AnalysisProvider<TokenFilterFactory>> all() {
        addNormalizing();
        addStemming();
        addShortening();
        addJapanese();
        return Map.copyOf(all);
    }

    private record Plain(String name, UnaryOperator<TokenStream> step) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return step.apply(tokens);
        }
    }

    /** Applied to the words of prefix and wildcard queries too. */
    private record Normalizing(String name, UnaryOperator<TokenStream> step, UnaryOperator<TokenStream> query)
            implements NormalizingTokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return step.apply(tokens);
        }

        @Override
        public TokenStream normalize(TokenStream tokens) {
            return query.apply(tokens);
        }
    }

    private void plain(String name, Function<Settings, UnaryOperator<TokenStream>> recipe) {
        all.put(name, (index, environment, given, settings) -> new Plain(given, recipe.apply(settings)));
    }

    private void configured(String name, Function<Settings, UnaryOperator<TokenStream>> recipe) {
        all.put(
                name,
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, given, settings) -> new Plain(given, recipe.apply(settings))));
    }

    private void normalizing(String name, UnaryOperator<TokenStream> step) {
        all.put(name, (index, environment, given, settings) -> new Normalizing(given, step, step));
    }

    private void addNormalizing() {
        normalizing("uppercase", UpperCaseFilter::new);
        normalizing("trim", TrimFilter::new);
        normalizing("decimal_digit", DecimalDigitFilter::new);
        normalizing("cjk_width", CJKWidthFilter::new);
        normalizing("arabic_normalization", ArabicNormalizationFilter::new);
        normalizing("german_normalization", GermanNormalizationFilter::new);
        normalizing("hindi_normalization", HindiNormalizationFilter::new);
        normalizing("indic_normalization", IndicNormalizationFilter::new);
        normalizing("persian_normalization", PersianNormalizationFilter::new);
        normalizing("scandinavian_folding", ScandinavianFoldingFilter::new);
        normalizing("scandinavian_normalization", ScandinavianNormalizationFilter::new);
        normalizing("serbian_normalization", SerbianNormalizationFilter::new);
        all.put("lowercase", (index, environment, name, settings) -> normalized(name, lowerCase(settings)));
        all.put("asciifolding", (index, environment, name, settings) -> {
            boolean preserve = settings.getAsBoolean("preserve_original", false);
            return new Normalizing(name, tokens -> new ASCIIFoldingFilter(tokens, preserve), ASCIIFoldingFilter::new);
        });
        all.put("elision", (index, environment, name, settings) -> normalized(name, elision(environment, settings)));
        all.put("icu_folding", (index, environment, name, settings) -> {
            var folding = IcuNormalizers.filtered(ICUFoldingFilter.NORMALIZER, settings);
            return normalized(name, tokens -> new ICUNormalizer2Filter(tokens, folding));
        });
        all.put("icu_normalizer", (index, environment, name, settings) -> {
            var normalizer = IcuNormalizers.of(settings);
            return normalized(name, tokens -> new ICUNormalizer2Filter(tokens, normalizer));
        });
    }

    private static Normalizing normalized(String name, UnaryOperator<TokenStream> step) {
        return new Normalizing(name, step, step);
    }

    private static UnaryOperator<TokenStream> lowerCase(Settings settings) {
        String language = settings.get("language");
        return switch (language == null ? "" : language.toLowerCase(Locale.ROOT)) {
            case "" -> LowerCaseFilter::new;
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default -> throw new IllegalArgumentException("language [" + language + "] not support for lower case");
        };
    }

    private static UnaryOperator<TokenStream> elision(Environment environment, Settings settings) {
        CharArraySet given = Analysis.parseArticles(environment, settings);
        CharArraySet articles = given == null ? FrenchAnalyzer.DEFAULT_ARTICLES : given;
        return tokens -> new ElisionFilter(tokens, articles);
    }

    private void addStemming() {
        plain("apostrophe", settings -> ApostropheFilter::new);
        plain("kstem", settings -> KStemFilter::new);
        plain("porter_stem", settings -> PorterStemFilter::new);
        plain("keyword_repeat", settings -> KeywordRepeatFilter::new);
        plain("stemmer", settings -> Stemmers.named(settings.get("language", settings.get("name", "porter"))));
        plain("snowball", settings -> Stemmers.snowball(settings.get("language", "English")));
        configured("keyword_marker", settings -> {
            CharArraySet words =
                    new CharArraySet(settings.getAsList("keywords"), settings.getAsBoolean("ignore_case", false));
            return tokens -> new SetKeywordMarkerFilter(tokens, words);
        });
    }

    private void addShortening() {
        plain("edge_ngram", TokenFilters::edgeNgram);
        all.put("ngram", (index, environment, name, settings) -> {
            Ngrams lengths = Ngrams.of(index, settings, "NGram Tokenizer");
            boolean preserve = settings.getAsBoolean("preserve_original", false);
            return new Plain(
                    name, tokens -> new NGramTokenFilter(tokens, lengths.shortest(), lengths.longest(), preserve));
        });
        plain("word_delimiter_graph", WordParts::of);
        plain("cjk_bigram", settings -> CJKBigramFilter::new);
        plain("reverse", settings -> ReverseStringFilter::new);
        plain("remove_duplicates", settings -> RemoveDuplicatesTokenFilter::new);
        plain(
                "unique",
                settings -> settings.getAsBoolean("only_on_same_position", false)
                        ? RemoveDuplicatesTokenFilter::new
                        : UniqueTokenFilter::new);
        plain("length", settings -> {
            int least = settings.getAsInt("min", 0);
            int most = settings.getAsInt("max", Integer.MAX_VALUE);
            return tokens -> new LengthFilter(tokens, least, most);
        });
        plain("limit", settings -> {
            int most = settings.getAsInt("max_token_count", 1);
            boolean consume = settings.getAsBoolean("consume_all_tokens", false);
            return tokens -> new LimitTokenCountFilter(tokens, most, consume);
        });
        plain("truncate", settings -> {
            int length = settings.getAsInt("length", 10);
            return tokens -> TruncateTokenFilter.truncateAfterChars(tokens, length);
        });
        configured("pattern_replace", settings -> {
            Pattern pattern = Pattern.compile(Required.text(settings, "pattern"));
            String replacement = settings.get("replacement", "");
            boolean everywhere = settings.getAsBoolean("all", true);
            return tokens -> new PatternReplaceFilter(tokens, pattern, replacement, everywhere);
        });
    }

    private static UnaryOperator<TokenStream> edgeNgram(Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> front = tokens -> new EdgeNGramTokenFilter(tokens, shortest, longest, preserve);
        return switch (settings.get("side", "front")) {
            case "front" -> front;
            case "back" -> tokens -> new ReverseStringFilter(front.apply(new ReverseStringFilter(tokens)));
            default -> throw new IllegalArgumentException("invalid side: " + settings.get("side"));
        };
    }

    private void addJapanese() {
        plain("kuromoji_baseform", settings -> JapaneseBaseFormFilter::new);
        plain("kuromoji_part_of_speech", settings -> {
            Set<String> tags = settings.hasValue("stoptags")
                    ? Set.copyOf(settings.getAsList("stoptags"))
                    : JapaneseAnalyzer.getDefaultStopTags();
            return tokens -> new JapanesePartOfSpeechStopFilter(tokens, tags);
        });
        plain("kuromoji_readingform", settings -> {
            boolean romaji = settings.getAsBoolean("use_romaji", false);
            return tokens -> new JapaneseReadingFormFilter(tokens, romaji);
        });
        plain("kuromoji_stemmer", settings -> {
            int least = settings.getAsInt("minimum_length", JapaneseKatakanaStemFilter.DEFAULT_MINIMUM_LENGTH);
            return tokens -> new JapaneseKatakanaStemFilter(tokens, least);
        });
        all.put("ja_stop", (index, environment, name, settings) -> {
            CharArraySet words = Analysis.parseWords(
                    environment,
                    settings,
                    "stopwords",
                    JapaneseAnalyzer.getDefaultStopSet(),
                    Map.of("_japanese_", JapaneseAnalyzer.getDefaultStopSet()),
                    settings.getAsBoolean("ignore_case", false));
            return new Plain(name, tokens -> new StopFilter(tokens, words));
        });
    }
}
