package dev.vireo.upload.video;

import java.util.Map;
import java.util.Set;

/** Where a video is on its way. */
public enum VideoState {
    /** Complete in the origin, waiting for or in transcoding. */
    UPLOADED,
    /** Can be watched while the rest is encoded. */
    PLAYABLE,
    /** All files are there; a re-encode leaves it here. */
    PUBLISHED,
    /** Transcoding failed; the owner may retry. */
    FAILED,
    /** Gone for everybody; the row stays until its source is removed from the origin. */
    DELETED;

    static final Map<VideoState, Set<VideoState>> NEXT = Map.of(
            UPLOADED, Set.of(PLAYABLE, PUBLISHED, FAILED, DELETED),
            PLAYABLE, Set.of(PUBLISHED, FAILED, DELETED),
            PUBLISHED, Set.of(DELETED),
            FAILED, Set.of(UPLOADED, DELETED),
            DELETED, Set.of());

    /** The next state; staying is allowed, a step that is not in the table is a defect. */
    VideoState become(VideoState next) {
        if (next != this && !NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw new IllegalStateException("A video cannot go from " + this + " to " + next);
        }
        return next;
    }
}
