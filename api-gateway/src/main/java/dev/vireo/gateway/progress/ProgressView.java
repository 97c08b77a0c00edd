package dev.vireo.gateway.progress;

import java.time.Instant;
import java.util.List;

/**
 * How far the encoding of a video is.
 *
 * @param videoId UUID
 * @param version the version in work
 * @param stage where it is
 * @param fraction of the work that is done, 0 to 1
 * @param playable the growing playlists can be played, or the video is complete
 * @param failure why it failed
 * @param durationSeconds length of the source, 0 before it is known
 * @param renditions each with its own progress
 * @param updatedAt last change
 */
record ProgressView(
        String videoId,
        int version,
        Stage stage,
        double fraction,
        boolean playable,
        Failure failure,
        double durationSeconds,
        List<Rendition> renditions,
        Instant updatedAt) {

    /** Where a job is. */
    enum Stage {
        QUEUED,
        ENCODING,
        PACKAGING,
        COMPLETED,
        FAILED,
        CANCELLED;

        boolean terminal() {
            return this == COMPLETED || this == FAILED || this == CANCELLED;
        }
    }

    /** Why it failed; texts are empty unless it did. */
    record Failure(String reason, String code, boolean retryable) {}

    /** One rendition's segments. */
    record Rendition(String name, int done, int total) {}

    ProgressView {
        renditions = List.copyOf(renditions);
    }
}
