package dev.vireo.upload.video;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;

/**
 * A video and its captions.
 *
 * @param instance whose it is
 * @param id the video
 * @param revision that it has them at
 * @param captions one of each language, by language
 */
public record CaptionedVideo(InstanceId instance, VideoId id, long revision, List<VideoCaption> captions) {
    public CaptionedVideo {
        captions = List.copyOf(captions);
    }
}
