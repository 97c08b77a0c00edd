package dev.vireo.search.feed;

import dev.vireo.contracts.caption.v1.CaptionEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.CaptionDocument;
import dev.vireo.search.document.DocumentWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about captions changes in an index. */
final class CaptionFactMapper {
    private static final int MILLIS = 1_000;
    private static final int LONGEST_LANGUAGE = 35;

    private CaptionFactMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable DocumentWrite write(byte[] value) {
        CaptionEvent fact = Facts.parse("CaptionEvent", CaptionEvent.parser(), value);
        InstanceId instance = new InstanceId(fact.getInstanceId());
        String video = UUID.fromString(fact.getVideoId()).toString();
        String language = fact.getLanguage();
        String id = id(video, language);
        return switch (fact.getEventCase()) {
            case CHANGED ->
                DocumentWrite.of(
                        instance,
                        id,
                        fact.getRevision(),
                        new CaptionDocument(
                                video,
                                language,
                                fact.getChanged().getCuesList().stream()
                                        .map(cue -> new CaptionDocument.Cue(cue.getText(), cue.getStartMs() / MILLIS))
                                        .toList()));
            case DELETED -> DocumentWrite.gone(List.of(instance), id, fact.getRevision());
            case EVENT_NOT_SET -> null;
        };
    }

    /** Of the document with the captions of a video in a language. */
    static String id(String video, String language) {
        if (language.isEmpty() || language.length() > LONGEST_LANGUAGE) {
            throw new PoisonEventException("The fact names no language");
        }
        return video + ":" + language;
    }
}
