package dev.vireo.local.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Whole analyzers by the product's names, with {@code stopwords} and {@code stem_exclusion} where it takes them. */
final class Analyzers {
    private final Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all = new HashMap<>();

    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all() {
        addArabicToGerman();
        addHindiToTurkish();
        unstemmed("cjk", CJKAnalyzer.getDefaultStopSet(), CJKAnalyzer::new);
        unstemmed("greek", GreekAnalyzer.getDefaultStopSet(), GreekAnalyzer::new);
        unstemmed("persian", PersianAnalyzer.getDefaultStopSet(), PersianAnalyzer::new);
        unstemmed("thai", ThaiAnalyzer.getDefaultStopSet(), ThaiAnalyzer::new);
        unstemmed("smartcn", SmartChineseAnalyzer.getDefaultStopSet(), SmartChineseAnalyzer::new);
        unstemmed(
                "kuromoji",
                JapaneseAnalyzer.getDefaultStopSet(),
                stopWords -> new JapaneseAnalyzer(
                        null, JapaneseTokenizer.Mode.SEARCH, stopWords, JapaneseAnalyzer.getDefaultStopTags()));
        all.put(
                "icu_analyzer",
                (index, environment, name, settings) ->
                        new Provided(name, new IcuAnalyzer(IcuNormalizers.of(settings))));
        return Map.copyOf(all);
    }

    private record Provided(String name, Analyzer get) implements AnalyzerProvider<Analyzer> {
        @Override
        public AnalyzerScope scope() {
            return AnalyzerScope.INDEX;
        }
    }

    /** Words of any language by their boundaries in Unicode, folded. */
    private static final class IcuAnalyzer extends Analyzer {
        private final Normalizer2 normalizer;

        IcuAnalyzer(Normalizer2 normalizer) {
            this.normalizer = normalizer;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new ICUNormalizer2CharFilter(reader, normalizer);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
            return new TokenStreamComponents(tokenizer, new ICUFoldingFilter(tokenizer));
        }
    }

    private void language(String type, CharArraySet usual, BiFunction<CharArraySet, CharArraySet, Analyzer> maker) {
        all.put(
                type,
                (index, environment, name, settings) -> new Provided(
                        name,
                        maker.apply(
                                stopWords(environment, settings, usual),
                                Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET))));
    }

    private void unstemmed(String type, CharArraySet usual, Function<CharArraySet, Analyzer> maker) {
        all.put(
                type,
                (index, environment, name, settings) ->
                        new Provided(name, maker.apply(stopWords(environment, settings, usual))));
    }

    private static CharArraySet stopWords(Environment environment, Settings settings, CharArraySet usual) {
        return Analysis.parseStopWords(environment, settings, usual);
    }

    private void addArabicToGerman() {
        language("arabic", ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new);
        language("armenian", ArmenianAnalyzer.getDefaultStopSet(), ArmenianAnalyzer::new);
        language("basque", BasqueAnalyzer.getDefaultStopSet(), BasqueAnalyzer::new);
        language("bengali", BengaliAnalyzer.getDefaultStopSet(), BengaliAnalyzer::new);
        language("brazilian", BrazilianAnalyzer.getDefaultStopSet(), BrazilianAnalyzer::new);
        language("bulgarian", BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new);
        language("catalan", CatalanAnalyzer.getDefaultStopSet(), CatalanAnalyzer::new);
        language("czech", CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new);
        language("danish", DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new);
        language("dutch", DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new);
        language("english", EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new);
        language("estonian", EstonianAnalyzer.getDefaultStopSet(), EstonianAnalyzer::new);
        language("finnish", FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new);
        language("french", FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new);
        language("galician", GalicianAnalyzer.getDefaultStopSet(), GalicianAnalyzer::new);
        language("german", GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new);
    }

    private void addHindiToTurkish() {
        language("hindi", HindiAnalyzer.getDefaultStopSet(), HindiAnalyzer::new);
        language("hungarian", HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new);
        language("indonesian", IndonesianAnalyzer.getDefaultStopSet(), IndonesianAnalyzer::new);
        language("irish", IrishAnalyzer.getDefaultStopSet(), IrishAnalyzer::new);
        language("italian", ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new);
        language("latvian", LatvianAnalyzer.getDefaultStopSet(), LatvianAnalyzer::new);
        language("lithuanian", LithuanianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer::new);
        language("norwegian", NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new);
        language("portuguese", PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new);
        language("romanian", RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new);
        language("russian", RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new);
        language("serbian", SerbianAnalyzer.getDefaultStopSet(), SerbianAnalyzer::new);
        language("sorani", SoraniAnalyzer.getDefaultStopSet(), SoraniAnalyzer::new);
        language("spanish", SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new);
        language("swedish", SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new);
        language("turkish", TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new);
    }
}
