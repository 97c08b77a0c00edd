package dev.vireo.transcode.encode;

import dev.vireo.transcode.chunk.ChunkSizes;
import dev.vireo.transcode.chunk.Chunks;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.Ladder;
import dev.vireo.transcode.probe.AudioTrack;
import dev.vireo.transcode.probe.ProbedSource;
import dev.vireo.transcode.probe.VideoTrack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides once what is made of a source. */
@Component
class Planner {

    private static final long NANOS_PER_MICRO = 1000;

    private final OutputProperties output;

    Planner(OutputProperties output) {
        this.output = output;
    }

    TranscodePlan plan(ProbedSource source) {
        VideoTrack video = source.video();
        AudioTrack audio = source.audio();
        long origin = video == null ? audioStart(audio) : video.startMicros();
        long videoLength = video == null ? 0 : video.durationMicros();
        long audioLength = audio == null ? 0 : Math.max(0, audio.startMicros() + audio.durationMicros() - origin);
        return new TranscodePlan(
                source,
                video == null ? null : pictures(source, video),
                Math.max(videoLength, audioLength),
                origin,
                output.segment().toNanos() / NANOS_PER_MICRO);
    }

    private VideoPlan pictures(ProbedSource source, VideoTrack video) {
        SegmentGrid grid = SegmentGrid.of(video.rate(), output.segment());
        Ladder ladder = Ladder.forSource(video.width(), video.height(), video.rate(), output.heights());
        ChunkSizes sizes = new ChunkSizes(output.leadSegments(), output.secondSegments(), output.chunkSegments());
        return new VideoPlan(
                grid,
                ladder.renditions(),
                ladder.lead().name(),
                Chunks.cut(grid.segments(video.frames()), sizes, source.seekable()),
                video.startMicros());
    }

    private static long audioStart(@Nullable AudioTrack audio) {
        return audio == null ? 0 : audio.startMicros();
    }
}
