package dev.vireo.search.query;

import dev.vireo.search.caption.FoundCaption;
import java.util.List;
import java.util.Map;
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

    List<String> ids() {
        return videos.stream().map(Found::id).toList();
    }

    /** The same with where the words are spoken, by the videos' ids. */
    FoundVideos with(Map<String, List<FoundCaption>> spoken) {
        return new FoundVideos(
                total,
                videos.stream()
                        .map(video -> video.with(spoken.getOrDefault(video.id(), List.of())))
                        .toList(),
                next);
    }

    /**
     * One video.
     *
     * @param id a UUID
     * @param shown what an answer shows of it
     * @param name the title with the words found; empty when none was
     * @param description pieces with the words found
     * @param spoken where the words are spoken, by time
     */
    record Found(
            String id,
            ElasticsearchVideos.Shown shown,
            String name,
            List<String> description,
            List<FoundCaption> spoken) {
        Found {
            description = List.copyOf(description);
            spoken = List.copyOf(spoken);
        }

        private Found with(List<FoundCaption> places) {
            return new Found(id, shown, name, description, places);
        }
    }
}
