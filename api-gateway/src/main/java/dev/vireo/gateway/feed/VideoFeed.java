package dev.vireo.gateway.feed;

import dev.vireo.gateway.catalog.VideoView;
import java.util.List;

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
     * @param files address of its folder of published files, with a slash at the end; empty before it is published
     */
    record Item(VideoView video, String page, String playlist, String files) {

        /** Address of a file of the video; empty when there is none. */
        String file(String name) {
            return files.isEmpty() || name.isEmpty() ? "" : files + name;
        }

        String picture() {
            VideoView.Files published = video.media().published();
            return published == null ? "" : file(published.poster());
        }
    }
}
