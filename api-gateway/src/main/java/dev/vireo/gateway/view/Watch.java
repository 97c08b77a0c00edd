package dev.vireo.gateway.view;

import java.time.Duration;
import java.util.UUID;

/**
 * Where a viewer is in a video.
 *
 * @param video which one
 * @param length of the video; zero when it is not known
 * @param position in the video
 * @param cause why the player told
 */
public record Watch(UUID video, Duration length, Duration position, Cause cause) {
    /** Why a player tells where it is. */
    public enum Cause {
        /** Time went by. */
        TIME,
        /** The viewer jumped here. */
        SEEK,
        /** The viewer is done. */
        END
    }
}
