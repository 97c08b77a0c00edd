package dev.vireo.search.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many comments a video has, as it stands in its document.
 *
 * @param revision of the fact that told it; 0 while none did
 * @param count of those that everybody may read
 */
public record Comments(long revision, long count) {
    private static final String COUNT = "comments";
    private static final String REVISION = "commentsRevision";

    /** Those of a stored document; none when it has none. */
    public static Comments of(@Nullable Map<String, Object> stored) {
        return stored == null
                ? new Comments(0, 0)
                : new Comments(Counts.number(stored, REVISION), Counts.number(stored, COUNT));
    }

    /** Fields of the document. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (revision > 0) {
            fields.put(REVISION, revision);
        }
        fields.put(COUNT, count);
        return fields;
    }
}
