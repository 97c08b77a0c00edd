package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.SourceCopy;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.packaging.AvcPictures;
import dev.vireo.transcode.packaging.MediaSegment;
import java.util.List;
import java.util.Set;

/**
 * What a copied segment has to be: it begins where the one before it ended, can be decoded alone and with what the
 * initialization section says, and has every frame of the grid once; and all of them together are as small as was
 * planned. Sees all segments of the rendition in their order.
 */
final class CopyRule implements SegmentRule {

    private static final double MICROS = 1_000_000;
    private static final double BITS = 8;

    private final FrameRate rate;
    private final SourceCopy copy;
    private AvcPictures pictures = new AvcPictures(Set.of());
    private long frames;
    private long bytesSoFar;

    CopyRule(FrameRate rate, SourceCopy copy) {
        this.rate = rate;
        this.copy = copy;
    }

    @Override
    public void begin(byte[] init) {
        pictures = AvcPictures.of(init);
    }

    @Override
    public void check(int number, byte[] bytes, MediaSegment segment, long timescale) {
        boolean inPlace = Math.abs(segment.decodeTime() - Timeline.ticks(rate, frames, timescale)) <= 1;
        boolean everyFrame = everyFrame(segment, timescale);
        boolean alone = segment.startsWithKey() && pictures.startAfresh(bytes);
        boolean changed = pictures.changeParameters(bytes);
        boolean tooLong = rate.microsAt(segment.samples()) > copy.longestMicros();
        bytesSoFar += bytes.length;
        if (bytesSoFar > most(frames + segment.samples())) {
            throw new EncoderException("The source has more bytes than the bit rate that it tells of itself");
        }
        if (!inPlace || !everyFrame || !alone || changed || tooLong) {
            throw new EncoderException("Segment " + number + " of the copy, " + segment.samples() + " frames from "
                    + frames + " on: in place: " + inPlace + ", every frame: " + everyFrame + ", decodable alone: "
                    + alone + ", other parameters: " + changed + ", too long: " + tooLong);
        }
        frames += segment.samples();
    }

    /** The parameter sets of all pictures, at the end. */
    void requireParameters(byte[] all) {
        if (pictures.changeParametersIn(all)) {
            throw new EncoderException("The source changes the parameters of its pictures");
        }
    }

    /** Each place of the grid that an encoder would fill from here on is filled once, to the tick. */
    private boolean everyFrame(MediaSegment segment, long timescale) {
        long delay = Timeline.ticks(rate, 0, timescale);
        List<Long> shown = segment.shown().stream().sorted().toList();
        for (int frame = 0; frame < shown.size(); frame++) {
            long place = Timeline.ticks(rate, frames + frame, timescale) + delay;
            if (Math.abs(shown.get(frame) - place) > 1) {
                return false;
            }
        }
        return true;
    }

    /** The rate is the file's own word: twice as much may be an average's fault, more is not what was planned. */
    private long most(long until) {
        double seconds = (rate.microsAt(until) + copy.longestMicros()) / MICROS;
        return (long) (2 * seconds * copy.bitrate() / BITS);
    }
}
