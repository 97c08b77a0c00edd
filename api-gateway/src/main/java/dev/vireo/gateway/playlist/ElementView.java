package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.VideoView;
import org.jspecify.annotations.Nullable;

/**
 * An element of a playlist as the caller sees it.
 *
 * @param id UUID
 * @param position from 1 on
 * @param startSeconds where to begin; null for the beginning
 * @param stopSeconds where to end; null for the end
 * @param kind whether there is a video
 * @param video null unless the caller sees it
 */
record ElementView(
        String id,
        int position,
        @Nullable Integer startSeconds,
        @Nullable Integer stopSeconds,
        Kind kind,
        @Nullable VideoView video) {

    /** PeerTube's types of elements, with its numbers. */
    enum Kind {
        /** The caller sees the video. */
        REGULAR(0),
        /** The video is gone. */
        DELETED(1),
        /** The video is not for the caller. */
        PRIVATE(2),
        /** The video cannot be watched yet. */
        UNAVAILABLE(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
