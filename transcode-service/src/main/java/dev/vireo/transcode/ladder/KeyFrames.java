package dev.vireo.transcode.ladder;

import java.util.BitSet;

/**
 * Looks at the packets of a source in the order of decoding, and decides whether it can be cut at its key frames: all
 * frames lie on the grid of the output, each once, groups of pictures are closed, and segments are short enough.
 */
public final class KeyFrames {

    /** How many frames later than its decoding a frame may be shown, as in the renditions that are encoded. */
    public static final int REORDERED_FRAMES = 2;

    /** How far from its place on the grid a frame may lie, as a part of a frame: half of where rounding changes it. */
    public static final double OFF_THE_GRID = 0.25;

    private static final double MICROS = 1_000_000;

    /** Eleven days: what lies beyond is a lie, and sums with it may overflow. */
    private static final double FARTHEST_MICROS = 1e12;

    private final FrameRate rate;
    private final long segmentMicros;
    private final long longestMicros;
    private final BitSet group = new BitSet();
    private int frames;
    private int key;
    private int cut;
    private int cuts;
    private boolean refused;

    /**
     * Begins with nothing seen.
     *
     * @param segmentMicros a segment ends at the first key frame after so much time for each segment
     * @param longestMicros longest segment
     */
    public KeyFrames(FrameRate rate, long segmentMicros, long longestMicros) {
        this.rate = rate;
        this.segmentMicros = segmentMicros;
        this.longestMicros = longestMicros;
    }

    /**
     * The next packet.
     *
     * @param micros when it is shown, counted from the first picture
     */
    public void add(double micros, boolean startsGroup) {
        if (!(Math.abs(micros) <= FARTHEST_MICROS)) {
            refused = true;
        }
        if (refused) {
            return;
        }
        double place = micros * rate.perSecond() / MICROS;
        long frame = Math.round(place);
        refused = Math.abs(place - frame) > OFF_THE_GRID
                || frame < frames - REORDERED_FRAMES
                || tooLong(frame)
                || !(startsGroup ? startGroup(frame) : frames > 0 && frame > key)
                || group.get((int) (frame - key));
        if (!refused) {
            group.set((int) (frame - key));
            frames++;
        }
    }

    /** A packet whose place is not known, or that players have to leave out. */
    public void refuse() {
        refused = true;
    }

    /** True when all that was added can be cut; what comes later is not known. */
    public boolean cuttable() {
        return !refused && frames > 0;
    }

    /** All frames before it have been there; those that are shown before it must not come any more. */
    private boolean startGroup(long frame) {
        boolean closed = frame == frames && group.length() == frames - key;
        key = frames;
        group.clear();
        if (frames > 0 && rate.microsAt(frame) >= (cuts + 1) * segmentMicros) {
            cut = frames;
            cuts++;
        }
        return closed;
    }

    private boolean tooLong(long frame) {
        return rate.microsAt(frame) - rate.microsAt(cut) > longestMicros;
    }
}
