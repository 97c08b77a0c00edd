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
     * @param captions where the words are spoken, by time
     */
    public record Found(VideoView video, String name, List<String> description, List<Spoken> captions) {
        public Found {
            description = List.copyOf(description);
            captions = List.copyOf(captions);
        }
    }

    /**
     * Words of captions.
     *
     * @param language BCP 47
     * @param startSeconds when they begin
     * @param text the words
     */
    public record Spoken(String language, int startSeconds, String text) {}
}
