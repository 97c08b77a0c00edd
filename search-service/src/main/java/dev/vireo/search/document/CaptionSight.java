package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may find what is spoken in a video, as the video tells it. Of several writes of one document that of the highest
 * revision stays, in whatever order and however often they come, and whatever becomes of its words meanwhile.
 *
 * @param instance whose video it is
 * @param documents ids of the video's captions
 * @param revision of the video
 * @param audience of the video
 */
public record CaptionSight(
        InstanceId instance, List<String> documents, long revision, VideoDocument.Audience audience) {
    private static final String REVISION = "sightRevision";
    private static final String LISTED_AT = "listedAt";
    /** What replicas of the version before ask for. */
    private static final String LISTED = "listed";

    private static final String ACCOUNT = "account";
    private static final List<String> FIELDS = List.of(REVISION, LISTED_AT, LISTED, "privacy", "watchable", ACCOUNT);

    /** What has to be read of a stored document to keep it. */
    public static final List<String> NEEDED =
            List.of(REVISION, LISTED_AT, LISTED, "privacy", "watchable", ACCOUNT + ".subject");

    /** Copies the ids. */
    public CaptionSight {
        documents = List.copyOf(documents);
    }

    /** What a stored document has of it; nothing when no video told of it, or when it is not about captions. */
    public static Map<String, Object> of(@Nullable Map<String, Object> stored) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (stored != null && stored.containsKey(REVISION)) {
            fields.putAll(stored);
            fields.keySet().retainAll(FIELDS);
        }
        return fields;
    }

    /** A stored document has this already, or newer. */
    public boolean isIn(Map<String, Object> stored) {
        return Counts.number(stored, REVISION) >= revision;
    }

    /** By the names that documents of videos have, too. */
    public Map<String, Object> fields() {
        return Map.of(
                REVISION,
                revision,
                LISTED_AT,
                audience.everybody() ? List.of(instance.value()) : List.of(),
                LISTED,
                audience.everybody(),
                "privacy",
                audience.privacy(),
                "watchable",
                audience.watchable(),
                ACCOUNT,
                Map.of("subject", audience.subject()));
    }
}
