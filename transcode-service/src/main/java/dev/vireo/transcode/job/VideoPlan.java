package dev.vireo.transcode.job;

import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.ladder.Rendition;
import java.util.List;

/**
 * How the pictures of a source are encoded.
 *
 * @param lead name of the rendition that comes first
 * @param originMicros time in the source that is frame 0 of the output
 */
public record VideoPlan(
        SegmentGrid grid, List<Rendition> renditions, String lead, List<Chunk> chunks, long originMicros) {

    public VideoPlan {
        renditions = List.copyOf(renditions);
        chunks = List.copyOf(chunks);
    }

    /** The renditions that a task makes. */
    public List<Rendition> renditionsOf(TaskKind kind) {
        return switch (kind) {
            case LEAD -> renditions.stream().filter(this::leads).toList();
            case REST ->
                renditions.stream().filter(rendition -> !leads(rendition)).toList();
            case CHUNK -> renditions;
            default -> List.of();
        };
    }

    int segments() {
        return chunks.getLast().endSegment();
    }

    private boolean leads(Rendition rendition) {
        return rendition.name().equals(lead);
    }
}
