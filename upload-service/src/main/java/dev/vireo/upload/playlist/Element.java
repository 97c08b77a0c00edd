package dev.vireo.upload.playlist;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.video.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A video in a playlist; the same one may be in it several times.
 *
 * @param id the element
 * @param video its video, which may be gone
 * @param startSeconds where to begin; null for the beginning
 * @param stopSeconds where to end; null for the end
 */
record Element(
        ElementId id,
        VideoId video,
        @Nullable Integer startSeconds,
        @Nullable Integer stopSeconds) {
    Element {
        notNegative("startTimestamp", startSeconds);
        notNegative("stopTimestamp", stopSeconds);
        if (stopSeconds != null && stopSeconds <= (startSeconds == null ? 0 : startSeconds)) {
            throw PlatformException.invalid("stopTimestamp", "must be after the start.");
        }
    }

    private static void notNegative(String field, @Nullable Integer seconds) {
        if (seconds != null && seconds < 0) {
            throw PlatformException.invalid(field, "must be 0 or more seconds.");
        }
    }
}
