package dev.vireo.transcode.chunk;

/**
 * A run of whole output segments that one ffmpeg process encodes.
 *
 * @param endSegment first segment after it; the last chunk goes to the end of the source whatever that turns out to be
 */
public record Chunk(int index, int firstSegment, int endSegment, boolean last) {

    public Chunk {
        if (index < 0 || firstSegment < 0 || endSegment <= firstSegment) {
            throw new IllegalArgumentException("A chunk has at least one segment");
        }
    }

    public int segments() {
        return endSegment - firstSegment;
    }
}
