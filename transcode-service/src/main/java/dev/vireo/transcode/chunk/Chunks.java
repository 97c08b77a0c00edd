package dev.vireo.transcode.chunk;

import java.util.ArrayList;
import java.util.List;

/** Cuts a source into chunks that cover each segment exactly once, in order. */
public final class Chunks {

    private Chunks() {}

    /**
     * The chunks of a source.
     *
     * @param seekable false when the container has no index to seek by: then all after the first chunk stays in one
     */
    public static List<Chunk> cut(int segments, ChunkSizes sizes, boolean seekable) {
        List<Integer> lengths = new ArrayList<>();
        int rest = Math.max(1, segments);
        rest -= take(lengths, Math.min(rest, sizes.lead()));
        if (!seekable && rest > 0) {
            rest -= take(lengths, rest);
        }
        if (rest > 0) {
            rest -= take(lengths, rest <= sizes.second() + 1 ? rest : sizes.second());
        }
        int pieces = (rest + sizes.usual() - 1) / sizes.usual();
        for (int piece = pieces; piece > 0; piece--) {
            rest -= take(lengths, (rest + piece - 1) / piece);
        }
        return chunks(lengths);
    }

    private static int take(List<Integer> lengths, int length) {
        lengths.add(length);
        return length;
    }

    private static List<Chunk> chunks(List<Integer> lengths) {
        List<Chunk> chunks = new ArrayList<>();
        int first = 0;
        for (int index = 0; index < lengths.size(); index++) {
            int end = first + lengths.get(index);
            chunks.add(new Chunk(index, first, end, index == lengths.size() - 1));
            first = end;
        }
        return List.copyOf(chunks);
    }
}
