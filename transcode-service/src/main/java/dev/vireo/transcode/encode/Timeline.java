package dev.vireo.transcode.encode;

import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.KeyFrames;

/**
 * Where the output's time begins. Encoders reorder up to two frames, so that everything is moved by two frames: then no
 * decode time is negative and every chunk begins exactly where the one before it ended.
 */
final class Timeline {

    private static final int REORDERED_FRAMES = KeyFrames.REORDERED_FRAMES;
    private static final long AUDIO_ONLY_MICROS = 100_000;
    private static final double MICROS = 1_000_000;

    private Timeline() {}

    static long baseMicros(FrameRate rate) {
        return rate.microsAt(REORDERED_FRAMES);
    }

    static long audioOnlyMicros() {
        return AUDIO_ONLY_MICROS;
    }

    /** Decode time of a frame, in ticks of the rendition's clock. */
    static long ticks(FrameRate rate, long frame, long timescale) {
        long scaled = (frame + REORDERED_FRAMES) * rate.denominator();
        return Math.multiplyExact(scaled, timescale) / rate.numerator();
    }

    /** As ffmpeg's options take a time. */
    static String seconds(long micros) {
        return String.format(java.util.Locale.ROOT, "%.6f", micros / MICROS);
    }
}
