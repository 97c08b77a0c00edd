package dev.vireo.transcode.chunk;

/**
 * Lengths of chunks in segments: short ones first, so that something can be watched soon.
 *
 * @param lead the first chunk
 * @param second the one after it
 * @param usual all others
 */
public record ChunkSizes(int lead, int second, int usual) {

    public ChunkSizes {
        if (lead < 1 || second < 1 || usual < 1) {
            throw new IllegalArgumentException("A chunk has at least one segment");
        }
    }
}
