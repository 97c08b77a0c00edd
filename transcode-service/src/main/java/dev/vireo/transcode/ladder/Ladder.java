package dev.vireo.transcode.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The renditions of one source, highest first: never larger than the source, its aspect kept, sides even. */
public record Ladder(List<Rendition> renditions) {

    /** Rungs closer to the source's own size than this are left out: they would cost much and show nothing. */
    private static final double TOO_CLOSE = 0.9;

    private static final int LEAD_SHORT_SIDE = 360;
    private static final int LONGEST_SIDE = 16_000;

    public Ladder {
        renditions = List.copyOf(renditions);
    }

    /**
     * The ladder for a picture of this display size.
     *
     * @param shortSides the rungs that the deployment offers, any order
     */
    public static Ladder forSource(int width, int height, FrameRate rate, List<Integer> shortSides) {
        int sourceShort = Math.min(width, height);
        int highest = shortSides.stream().max(Comparator.naturalOrder()).orElse(sourceShort);
        List<Rendition> rungs = new ArrayList<>();
        rungs.add(rung(width, height, Math.min(sourceShort, highest), rate));
        shortSides.stream()
                .sorted(Comparator.reverseOrder())
                .filter(side -> side < sourceShort * TOO_CLOSE && side < highest)
                .map(side -> rung(width, height, side, rate))
                .forEach(rungs::add);
        return new Ladder(rungs);
    }

    /** The rendition that is made first: at most 360 lines, else the smallest. */
    public Rendition lead() {
        return renditions.stream()
                .filter(rendition -> rendition.shortSide() <= LEAD_SHORT_SIDE)
                .findFirst()
                .orElse(renditions.getLast());
    }

    private static Rendition rung(int width, int height, int side, FrameRate rate) {
        double scale = (double) side / Math.min(width, height);
        int scaledWidth = Math.min(even(width * scale), largest(width));
        int scaledHeight = Math.min(even(height * scale), largest(height));
        return new Rendition(
                side + "p", scaledWidth, scaledHeight, side, BitrateCurve.highest(scaledWidth, scaledHeight, rate));
    }

    private static int even(double length) {
        return (int) Math.max(2, Math.round(length / 2) * 2);
    }

    /** Never larger than the source, but for sources of one pixel. */
    private static int largest(int length) {
        return Math.max(2, Math.min(length - length % 2, LONGEST_SIDE));
    }
}
