package dev.vireo.gateway.feed;

import dev.vireo.gateway.catalog.VideoView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of videos that everybody may see.
 *
 * @param title what a reader's list shows
 * @param description a sentence
 * @param page where a person sees the same
 * @param address of the feed itself
 * @param items newest first
 */
record VideoFeed(String title, String description, String page, String address, List<Item> items) {
    VideoFeed {
        items = List.copyOf(items);
    }

    /**
     * One video.
     *
     * @param video as everybody may see it
     * @param page its watch page
     * @param playlist address of its multivariant playlist; empty before it can be played
     * @param picture address of its poster; empty when there is none
     * @param sound what a podcast player plays; null when there is none
     */
    record Item(
            VideoView video,
            String page,
            String playlist,
            String picture,
            @Nullable Sound sound) {}

    /**
     * The sound of a video in a file of its own.
     *
     * @param address where it is
     * @param size bytes
     */
    record Sound(String address, long size) {}
}
