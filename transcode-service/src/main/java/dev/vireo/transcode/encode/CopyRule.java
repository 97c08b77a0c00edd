package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.SourceCopy;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.packaging.AvcPictures;
import dev.vireo.transcode.packaging.MediaSegment;

/**
 * What a copied segment has to be: it begins where the one before it ended, can be decoded alone, and has every frame
 * of the grid once; and all of them together are as small as was planned. Sees all segments of the rendition in their order.
 */
final class CopyRule implements SegmentRule {

    private static final double MICROS = 1_000_000;
    private static final double BITS = 8;

    private final FrameRate rate;
    private final SourceCopy copy;
    private long frames;
    private long bytesSoFar;

    CopyRule(FrameRate rate, SourceCopy copy) {
        this.rate = rate;
        this.copy = copy;
    }

    @Override
    public void check(int number, byte[] bytes, MediaSegment segment, long timescale) {
        long begin = Timeline.ticks(rate, frames, timescale);
        long delay = Timeline.ticks(rate, 0, timescale);
        boolean inPlace = Math.abs(segment.decodeTime() - begin) <= 1;
        boolean everyFrame = Math.abs(segment.reorderTicks() - segment.samples() * delay) <= segment.samples();
        boolean alone = segment.startsWithKey() && AvcPictures.startAfresh(bytes);
        boolean tooLong = rate.microsAt(segment.samples()) > copy.longestMicros();
        bytesSoFar += bytes.length;
        if (bytesSoFar > most(frames + segment.samples())) {
            throw new EncoderException("The source has more bytes than the bit rate that it tells of itself");
        }
        if (!inPlace || !everyFrame || !alone || tooLong) {
            throw new EncoderException("Segment " + number + " of the copy, " + segment.samples() + " frames from "
                    + frames + " on: in place: " + inPlace + ", every frame: " + everyFrame + ", decodable alone: "
                    + alone + ", too long: " + tooLong);
        }
        frames += segment.samples();
    }

    /** The rate is the file's own word: twice as much may be an average's fault, more is not what was planned. */
    private long most(long until) {
        double seconds = (rate.microsAt(until) + copy.longestMicros()) / MICROS;
        return (long) (2 * seconds * copy.bitrate() / BITS);
    }
}
