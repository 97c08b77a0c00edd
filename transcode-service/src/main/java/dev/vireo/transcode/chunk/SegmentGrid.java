package dev.vireo.transcode.chunk;

import dev.vireo.transcode.ladder.FrameRate;
import java.time.Duration;

/** The grid on which output segments begin: each has the same whole number of frames, the last one may be shorter. */
public record SegmentGrid(FrameRate rate, int framesPerSegment) {

    private static final long NANOS_PER_MICRO = 1000;

    public SegmentGrid {
        if (framesPerSegment < 1) {
            throw new IllegalArgumentException("A segment has at least one frame");
        }
    }

    public static SegmentGrid of(FrameRate rate, Duration segment) {
        return new SegmentGrid(rate, (int) Math.max(1, rate.framesIn(segment.toNanos() / NANOS_PER_MICRO)));
    }

    public int segments(long frames) {
        return Math.toIntExact((frames + framesPerSegment - 1) / framesPerSegment);
    }

    public long firstFrame(int segment) {
        return (long) segment * framesPerSegment;
    }

    public long microsAt(int segment) {
        return rate.microsAt(firstFrame(segment));
    }
}
