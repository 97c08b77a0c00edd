package dev.vireo.search.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Captions of a video in one language, as their words are found.
 *
 * @param videoId a UUID
 * @param language BCP 47
 * @param cues by start
 */
public record CaptionDocument(String videoId, String language, List<Cue> cues) {
    public CaptionDocument {
        cues = List.copyOf(cues);
    }

    /** What is said, and in which second it begins. */
    public record Cue(String text, long startSeconds) {}

    /**
     * By which the second of a text is found again without asking for all texts, which are long. It stays in documents,
     * so it must never change.
     */
    public static int mark(String text) {
        return text.hashCode();
    }

    /** In the fields of {@code index/caption.json}. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("video", videoId);
        fields.put("language", language);
        fields.put(
                "words",
                Map.of(
                        Languages.analyzed(language).orElse("other"),
                        cues.stream().map(Cue::text).toList()));
        fields.put("starts", cues.stream().map(Cue::startSeconds).toList());
        fields.put("marks", cues.stream().map(cue -> mark(cue.text())).toList());
        return fields;
    }
}
