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
 * @param typos words may be in them with a typo
 */
record FoundVideos(long total, List<Found> videos, @Nullable Cursor next, boolean typos) {
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
                next,
                typos);
    }

    /**
     * One video.
     *
     * @param shown what an answer shows of it
     * @param name the title with the words found; empty when none was
     * @param description pieces with the words found
     * @param spoken where the words are spoken, by time
     */
    record Found(ElasticsearchVideos.Shown shown, String name, List<String> description, List<FoundCaption> spoken) {
        Found {
            description = List.copyOf(description);
            spoken = List.copyOf(spoken);
        }

        String id() {
            return shown.id();
        }

        private Found with(List<FoundCaption> places) {
            return new Found(shown, name, description, places);
        }
    }
}
