package dev.vireo.search.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that the mapping has an analyzer for. */
public final class Languages {
    private static final Set<String> ANALYZED = Set.of("en", "fr", "de", "es", "ru", "zh", "ja", "ar");

    private Languages() {}

    /** The name of its field in {@code in}; empty when there is none for this BCP 47 tag. */
    public static Optional<String> analyzed(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(said -> Locale.forLanguageTag(said).getLanguage())
                .filter(ANALYZED::contains);
    }
}
