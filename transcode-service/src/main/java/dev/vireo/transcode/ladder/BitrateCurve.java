package dev.vireo.transcode.ladder;

/** The bit rate that a picture size can need: 5 Mbit/s for 1080p30, less than proportional to pixels and frames. */
final class BitrateCurve {

    private static final double REFERENCE_BITS = 5_000_000;
    private static final double REFERENCE_PIXELS = 1920.0 * 1080;
    private static final double REFERENCE_RATE = 30;
    private static final double PIXEL_EXPONENT = 0.85;
    private static final double RATE_EXPONENT = 0.6;
    private static final long STEP = 1000;
    private static final long FLOOR = 64_000;

    private BitrateCurve() {}

    static long highest(int width, int height, FrameRate rate) {
        double bits = REFERENCE_BITS
                * Math.pow((double) width * height / REFERENCE_PIXELS, PIXEL_EXPONENT)
                * Math.pow(Math.max(rate.perSecond(), REFERENCE_RATE / 2) / REFERENCE_RATE, RATE_EXPONENT);
        return Math.max(FLOOR, Math.round(bits / STEP) * STEP);
    }
}
