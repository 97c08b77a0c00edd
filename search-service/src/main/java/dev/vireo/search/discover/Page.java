package dev.vireo.search.discover;

import dev.vireo.search.query.ElasticsearchVideos.Shown;
import java.util.List;

/**
 * Videos that were found.
 *
 * @param total of the whole list; 0 when it was not asked for
 */
record Page(long total, List<Shown> videos) {
    Page {
        videos = List.copyOf(videos);
    }
}
