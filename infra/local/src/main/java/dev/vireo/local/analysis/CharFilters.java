package dev.vireo.local.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Character filters by the product's names. */
final class CharFilters {
    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> all() {
        return Map.of(
                "html_strip",
                (index, environment, name, settings) -> new Plain(name, htmlStrip(settings)),
                "icu_normalizer",
                (index, environment, name, settings) -> new Normalizing(name, normalizer(settings)),
                "mapping",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> new Normalizing(name, mapping(settings))),
                "pattern_replace",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> new Normalizing(name, patternReplace(settings))));
    }

    private record Plain(String name, UnaryOperator<Reader> step) implements CharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return step.apply(reader);
        }
    }

    private record Normalizing(String name, UnaryOperator<Reader> step) implements NormalizingCharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return step.apply(reader);
        }
    }

    private static UnaryOperator<Reader> htmlStrip(Settings settings) {
        Set<String> kept = Set.copyOf(settings.getAsList("escaped_tags"));
        return reader -> new HTMLStripCharFilter(reader, kept);
    }

    private static UnaryOperator<Reader> normalizer(Settings settings) {
        Normalizer2 normalizer = IcuNormalizers.of(settings);
        return reader -> new ICUNormalizer2CharFilter(reader, normalizer);
    }

    private static UnaryOperator<Reader> mapping(Settings settings) {
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        for (String rule : settings.getAsList("mappings")) {
            String[] sides = rule.split("\\s*=>\\s*", 2);
            if (sides.length != 2) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            builder.add(sides[0].strip(), sides[1].strip());
        }
        NormalizeCharMap map = builder.build();
        return reader -> new MappingCharFilter(map, reader);
    }

    private static UnaryOperator<Reader> patternReplace(Settings settings) {
        Pattern pattern = Pattern.compile(Required.text(settings, "pattern"));
        String replacement = settings.get("replacement", "");
        return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
    }
}
