package dev.vireo.transcode.probe;

import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.Original;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a source.
 *
 * @param width pixels as displayed: rotated, with square pixels
 * @param height pixels as displayed
 * @param rate constant frame rate of the output
 * @param startMicros time of the first picture
 * @param durationMicros length of the track
 * @param highDynamicRange it has a transfer curve that ordinary screens do not show
 * @param original how they are coded; null in plans of old versions
 */
public record VideoTrack(
        int stream,
        String codec,
        int width,
        int height,
        FrameRate rate,
        long startMicros,
        long durationMicros,
        boolean interlaced,
        boolean highDynamicRange,
        @Nullable Original original) {

    /** How many frames the output has, as far as the source's own length can be trusted. */
    public long frames() {
        return Math.max(1, rate.framesIn(durationMicros));
    }
}
