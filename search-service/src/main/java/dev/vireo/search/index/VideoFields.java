package dev.vireo.search.index;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document in the fields of {@code index/video.json}. */
final class VideoFields {
    /** Those that the mapping has an analyzer for. */
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "es", "ru", "zh", "ja", "ar");

    private VideoFields() {}

    static Map<String, Object> of(VideoWrite write, long now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", write.videoId());
        fields.put("instance", write.instance().value());
        fields.put("changedAt", now);
        VideoDocument document = write.document();
        fields.put("gone", document == null);
        fields.put("listed", document != null && document.listed());
        if (document != null) {
            fields.put("name", document.words().name());
            fields.put("description", document.words().description());
            fields.put("tags", document.words().tags());
            language(document.facets().language())
                    .ifPresent(language -> fields.put("in", Map.of(language, inItsLanguage(document.words()))));
            facets(fields, document.facets());
            fields.put("createdAt", document.times().created());
            fields.put("publishedAt", document.times().published());
            fields.put("channel", party(document.channel()));
            fields.put("account", party(document.account()));
            if (document.listed()) {
                fields.put("suggest", TitleSuggestions.of(document.words().name(), write.instance()));
            }
            fields.put("snapshot", Base64.getEncoder().encodeToString(document.snapshot()));
        }
        return fields;
    }

    private static Map<String, Object> inItsLanguage(VideoDocument.Words words) {
        return Map.of("name", words.name(), "description", words.description());
    }

    private static Optional<String> language(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(said -> Locale.forLanguageTag(said).getLanguage())
                .filter(LANGUAGES::contains);
    }

    /** Numbers that were not said are left out, so that no filter finds them. */
    private static void facets(Map<String, Object> fields, VideoDocument.Facets facets) {
        if (facets.language() != null) {
            fields.put("language", facets.language());
        }
        if (facets.licence() > 0) {
            fields.put("licence", facets.licence());
        }
        if (facets.category() > 0) {
            fields.put("category", facets.category());
        }
        fields.put("nsfw", facets.nsfw());
        fields.put("live", false);
        fields.put("local", true);
        fields.put("duration", facets.durationSeconds());
    }

    private static Map<String, Object> party(VideoDocument.Party party) {
        return Map.of("id", party.id(), "name", party.name(), "displayName", party.displayName());
    }
}
