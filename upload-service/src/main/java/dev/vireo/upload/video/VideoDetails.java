package dev.vireo.upload.video;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of a video; {@link VideoRules#checked} tells whether it may be so.
 *
 * @param name title
 * @param description Markdown
 * @param privacy who may see it
 * @param tags at most five
 * @param language BCP 47, or empty
 * @param licence PeerTube's number, or 0
 * @param category PeerTube's number, or 0
 * @param nsfw not safe for work
 * @param publishAt when it becomes public by itself; private until then
 */
public record VideoDetails(
        String name,
        String description,
        Privacy privacy,
        List<String> tags,
        String language,
        int licence,
        int category,
        boolean nsfw,
        @Nullable Instant publishAt) {

    public VideoDetails {
        tags = List.copyOf(tags);
    }

    VideoDetails madePublic() {
        return new VideoDetails(name, description, Privacy.PUBLIC, tags, language, licence, category, nsfw, null);
    }
}
