package dev.vireo.transcode.ladder;

import java.util.Set;

/** Decides whether the pictures of a source can be its top rendition as they are. In doubt they are encoded. */
public final class Fitting {

    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Main", "High");
    private static final double SAME_RATE = 0.001;
    private static final double BITS_PER_MICRO = 8_000_000;

    private Fitting() {}

    /**
     * True when nothing but the places of the key frames ({@link KeyFrames}) can speak against a copy. The smallest
     * rendition is never a copy: storyboards rely on its even segments.
     *
     * @param rate of the output
     */
    public static boolean fits(
            Original original, FrameRate rate, long durationMicros, Ladder ladder, CopyLimits limits) {
        Rendition top = ladder.renditions().getFirst();
        boolean sized = original.plain() && original.width() == top.width() && original.height() == top.height();
        boolean regular = Math.abs(original.frameRate() - rate.perSecond()) <= SAME_RATE * rate.perSecond();
        boolean small = original.bitrate() / BITS_PER_MICRO * durationMicros <= limits.largestBytes();
        return playable(original)
                && sized
                && regular
                && small
                && slim(original, top, limits)
                && ladder.renditions().size() > 1;
    }

    private static boolean playable(Original original) {
        return original.codec().equals("h264")
                && PROFILES.contains(original.profile())
                && original.pixelFormat().equals("yuv420p")
                && original.fieldOrder().equals("progressive");
    }

    private static boolean slim(Original original, Rendition top, CopyLimits limits) {
        return original.bitrate() > 0 && original.bitrate() <= top.maxBitrate() * limits.rateFactor();
    }
}
