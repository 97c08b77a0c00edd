package dev.vireo.transcode.encode;

import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.packaging.MediaSegment;

/** What a segment has to be so that it joins its neighbours without a gap. */
interface SegmentRule {

    /** Sound follows its own frames. */
    SegmentRule ANY = (number, bytes, segment, timescale) -> {};

    /** The initialization section, before the first segment. */
    default void begin(byte[] init) {}

    /** The encoder has got to this segment; it and those before it are checked afterwards. */
    default void reach(int number) {}

    /**
     * Checks a segment.
     *
     * @throws EncoderException when it does not fit
     */
    void check(int number, byte[] bytes, MediaSegment segment, long timescale);

    /** Pictures lie on the grid: the segment begins with a key frame at its place and is not longer than it. */
    static SegmentRule on(SegmentGrid grid) {
        return (number, bytes, segment, timescale) -> {
            long expected = Timeline.ticks(grid.rate(), grid.firstFrame(number), timescale);
            if (Math.abs(segment.decodeTime() - expected) > 1) {
                throw new EncoderException("Segment " + number + " begins at " + segment.decodeTime() + " instead of "
                        + expected + " ticks of 1/" + timescale + " s");
            }
            if (!segment.startsWithKey() || segment.samples() > grid.framesPerSegment()) {
                throw new EncoderException("Segment " + number + " has " + segment.samples()
                        + " frames, key frame first: " + segment.startsWithKey());
            }
        };
    }
}
