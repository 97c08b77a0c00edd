package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.PageOf;
import dev.vireo.gateway.catalog.VideoView;
import java.util.List;

/**
 * A page that was found.
 *
 * @param page the videos and how many there are in all; 0 when they were not counted
 * @param nextCursor gives the page after it; empty after the last
 */
public record FoundVideos(PageOf<Found> page, String nextCursor) {

    /**
     * One video; what was found is in {@code <em>}, HTML-escaped otherwise.
     *
     * @param video as everybody may see it
     * @param name the title; empty when nothing was found in it
     * @param description pieces of the description
     */
    public record Found(VideoView video, String name, List<String> description) {
        public Found {
            description = List.copyOf(description);
        }
    }
}
