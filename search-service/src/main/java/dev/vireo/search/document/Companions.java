package dev.vireo.search.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is watched by those who watch a video, as it stands in its document.
 *
 * @param revision of the fact that told it; 0 while none did
 * @param videos UUIDs, the best first
 */
public record Companions(long revision, List<String> videos) {
    private static final Companions NONE = new Companions(0, List.of());

    private static final String VIDEOS = "companions";
    private static final String REVISION = "companionsRevision";

    /** Copies the videos. */
    public Companions {
        videos = List.copyOf(videos);
    }

    /** Those of a stored document; none when it has none. */
    public static Companions of(@Nullable Map<String, Object> stored) {
        return stored != null && stored.get(VIDEOS) instanceof List<?> videos
                ? new Companions(
                        Counts.number(stored, REVISION),
                        videos.stream().map(String::valueOf).toList())
                : NONE;
    }

    /** Fields of the document; none while nothing was told. */
    public Map<String, Object> fields() {
        return revision == 0 ? Map.of() : Map.of(REVISION, revision, VIDEOS, videos);
    }
}
