package dev.vireo.gateway.search;

import dev.vireo.gateway.catalog.VideoView;
import java.util.List;

/**
 * A page of the overview.
 *
 * @param categories of each some videos
 * @param channels of each some videos
 * @param tags of each some videos, with the tag
 */
public record Overview(List<List<VideoView>> categories, List<List<VideoView>> channels, List<Tagged> tags) {
    public Overview {
        categories = List.copyOf(categories);
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
    }

    /** Videos of a tag. */
    public record Tagged(String tag, List<VideoView> videos) {
        public Tagged {
            videos = List.copyOf(videos);
        }
    }
}
