package dev.vireo.transcode.job;

import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.ladder.Rendition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of a source are encoded.
 *
 * @param lead name of the rendition that comes first
 * @param originMicros time in the source that is frame 0 of the output
 * @param copy how the first of the renditions is copied; null when all are encoded
 */
public record VideoPlan(
        SegmentGrid grid,
        List<Rendition> renditions,
        String lead,
        List<Chunk> chunks,
        long originMicros,
        @Nullable SourceCopy copy) {

    public VideoPlan {
        renditions = List.copyOf(renditions);
        chunks = List.copyOf(chunks);
    }

    /** The renditions that a task makes. */
    public List<Rendition> renditionsOf(TaskKind kind) {
        return switch (kind) {
            case COPY -> copied() ? List.of(top()) : List.of();
            case LEAD -> encoded().filter(this::leads).toList();
            case REST -> encoded().filter(rendition -> !leads(rendition)).toList();
            case CHUNK -> encoded().toList();
            default -> List.of();
        };
    }

    /** The largest rendition. */
    public Rendition top() {
        return renditions.getFirst();
    }

    /** The top rendition was to be a copy, and is encoded because that failed. */
    public boolean copyAbandoned() {
        return copy != null && copy.abandoned();
    }

    boolean copied() {
        return copy != null && !copy.abandoned();
    }

    boolean copied(Rendition rendition) {
        return copied() && rendition.equals(top());
    }

    /** The renditions that players may see while the video is in work. */
    List<Rendition> shownInWork() {
        return copyAbandoned() ? renditions.subList(1, renditions.size()) : renditions;
    }

    VideoPlan withoutCopy() {
        SourceCopy left = copy == null ? null : copy.abandon();
        return new VideoPlan(grid, renditions, lead, chunks, originMicros, left);
    }

    private Stream<Rendition> encoded() {
        return renditions.stream().filter(rendition -> !copied(rendition));
    }

    int segments() {
        return chunks.getLast().endSegment();
    }

    private boolean leads(Rendition rendition) {
        return rendition.name().equals(lead);
    }
}
