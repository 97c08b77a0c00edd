package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A video in the fields of {@code index/video.json}. */
final class VideoFields {
    private VideoFields() {}

    static Map<String, Object> of(VideoDocument video, List<InstanceId> instances, String id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Tiebreaker.FIELD, Tiebreaker.of(id));
        fields.put("name", video.words().name());
        fields.put("description", video.words().description());
        fields.put("tags", video.words().tags());
        Languages.analyzed(video.facets().language())
                .ifPresent(language -> fields.put("in", Map.of(language, inItsLanguage(video.words()))));
        facets(fields, video.facets());
        fields.put("createdAt", video.times().created());
        fields.put("publishedAt", video.times().published());
        fields.put("views", video.views());
        fields.put("likes", video.likes());
        fields.put("channel", party(video.channel()));
        fields.put("privacy", video.audience().privacy());
        fields.put("watchable", video.audience().watchable());
        Map<String, Object> account = new LinkedHashMap<>(party(video.account()));
        account.put("subject", video.audience().subject());
        fields.put("account", account);
        // A suggestion without an instance would be refused.
        if (video.audience().everybody() && !instances.isEmpty()) {
            fields.put("suggest", Suggestions.ofTitle(video.words().name(), instances));
        }
        fields.put("snapshot", Base64.getEncoder().encodeToString(video.snapshot()));
        return fields;
    }

    private static Map<String, Object> inItsLanguage(VideoDocument.Words words) {
        return Map.of("name", words.name(), "description", words.description());
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
        fields.put("local", facets.host() == null);
        if (facets.host() != null) {
            fields.put("host", facets.host());
        }
        fields.put("duration", facets.durationSeconds());
    }

    private static Map<String, Object> party(VideoDocument.Party party) {
        return Map.of("id", party.id(), "name", party.name(), "displayName", party.displayName());
    }
}
