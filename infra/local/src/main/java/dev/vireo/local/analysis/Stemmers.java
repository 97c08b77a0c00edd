package dev.vireo.local.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;

/** Stemmers by the names that the filter {@code stemmer} takes; what is not here is one of Snowball's. */
final class Stemmers {
    private static final Map<String, UnaryOperator<TokenStream>> BY_NAME = Map.ofEntries(
            Map.entry("arabic", ArabicStemFilter::new),
            Map.entry("bengali", BengaliStemFilter::new),
            Map.entry("brazilian", BrazilianStemFilter::new),
            Map.entry("bulgarian", BulgarianStemFilter::new),
            Map.entry("czech", CzechStemFilter::new),
            Map.entry("english", PorterStemFilter::new),
            Map.entry("porter", PorterStemFilter::new),
            Map.entry("light_english", KStemFilter::new),
            Map.entry("kstem", KStemFilter::new),
            Map.entry("minimal_english", EnglishMinimalStemFilter::new),
            Map.entry("possessive_english", EnglishPossessiveFilter::new),
            Map.entry("porter2", tokens -> new SnowballFilter(tokens, "English")),
            Map.entry("light_finnish", FinnishLightStemFilter::new),
            Map.entry("light_french", FrenchLightStemFilter::new),
            Map.entry("minimal_french", FrenchMinimalStemFilter::new),
            Map.entry("galician", GalicianStemFilter::new),
            Map.entry("german2", tokens -> new SnowballFilter(tokens, "German")),
            Map.entry("light_german", GermanLightStemFilter::new),
            Map.entry("minimal_german", GermanMinimalStemFilter::new),
            Map.entry("greek", GreekStemFilter::new),
            Map.entry("hindi", HindiStemFilter::new),
            Map.entry("light_hungarian", HungarianLightStemFilter::new),
            Map.entry("indonesian", IndonesianStemFilter::new),
            Map.entry("light_italian", ItalianLightStemFilter::new),
            Map.entry("latvian", LatvianStemFilter::new),
            Map.entry("light_norwegian", NorwegianLightStemFilter::new),
            Map.entry("minimal_norwegian", NorwegianMinimalStemFilter::new),
            Map.entry("light_portuguese", PortugueseLightStemFilter::new),
            Map.entry("minimal_portuguese", PortugueseMinimalStemFilter::new),
            Map.entry("light_russian", RussianLightStemFilter::new),
            Map.entry("sorani", SoraniStemFilter::new),
            Map.entry("light_spanish", SpanishLightStemFilter::new),
            Map.entry("light_swedish", SwedishLightStemFilter::new));

    private Stemmers() {}

    static UnaryOperator<TokenStream> named(String name) {
        UnaryOperator<TokenStream> known = BY_NAME.get(name);
        return known == null ? snowball(Character.toUpperCase(name.charAt(0)) + name.substring(1)) : known;
    }

    /** By the name of a class of Snowball, e.g. {@code French}; Lucene refuses one that does not exist. */
    static UnaryOperator<TokenStream> snowball(String className) {
        return tokens -> new SnowballFilter(tokens, className);
    }
}
