package dev.vireo.search.document;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that the mapping has an analyzer for. */
public final class Languages {
    private static final Set<String> ANALYZED = Set.of("en", "fr", "de", "es", "ru", "zh", "ja", "ar");

    private static final Map<UnicodeScript, List<String>> WRITTEN_IN = Map.of(
            UnicodeScript.LATIN, List.of("en", "fr", "de", "es"),
            UnicodeScript.CYRILLIC, List.of("ru"),
            UnicodeScript.HAN, List.of("zh", "ja"),
            UnicodeScript.HIRAGANA, List.of("ja"),
            UnicodeScript.KATAKANA, List.of("ja"),
            UnicodeScript.ARABIC, List.of("ar"));

    private Languages() {}

    /** The name of its field in {@code in}; empty when there is none for this BCP 47 tag. */
    public static Optional<String> analyzed(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(said -> Locale.forLanguageTag(said).getLanguage())
                .filter(ANALYZED::contains);
    }

    /** The names of those fields in whose languages these words may be: the others know no forms of them. */
    public static List<String> of(String words) {
        return words.codePoints()
                .mapToObj(UnicodeScript::of)
                .distinct()
                .flatMap(script -> WRITTEN_IN.getOrDefault(script, List.of()).stream())
                .distinct()
                .toList();
    }
}
