package dev.vireo.transcode.still;

import org.jspecify.annotations.Nullable;

/** File names of a video's still pictures; empty when none could be made. */
public record Stills(
        String poster, String thumbnail, @Nullable Storyboard storyboard) {

    /** No pictures. */
    public static final Stills NONE = new Stills("", "", null);
}
