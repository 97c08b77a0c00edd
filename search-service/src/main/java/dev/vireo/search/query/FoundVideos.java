package dev.vireo.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that was found.
 *
 * @param total of the whole list; 0 when it was not asked for
 * @param next where the next page begins; null after the last
 */
record FoundVideos(long total, List<Found> videos, @Nullable Cursor next) {
    FoundVideos {
        videos = List.copyOf(videos);
    }

    /**
     * One video.
     *
     * @param snapshot a serialized {@code Video}
     * @param views how often it was watched
     * @param name the title with the words found; empty when none was
     * @param description pieces with the words found
     */
    record Found(byte[] snapshot, long views, String name, List<String> description) {
        Found {
            description = List.copyOf(description);
        }
    }
}
