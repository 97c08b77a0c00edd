package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.transcode.chunk.ChunkSizes;
import dev.vireo.transcode.chunk.Chunks;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.job.SourceCopy;
import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.Fitting;
import dev.vireo.transcode.ladder.KeyFrames;
import dev.vireo.transcode.ladder.Ladder;
import dev.vireo.transcode.ladder.Original;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.probe.AudioTrack;
import dev.vireo.transcode.probe.ProbedSource;
import dev.vireo.transcode.probe.SourceProbe;
import dev.vireo.transcode.probe.SourceRefusedException;
import dev.vireo.transcode.probe.VideoTrack;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides once what is made of a source. */
@Component
class Planner {

    private static final long NANOS_PER_MICRO = 1000;

    private final SourceProbe probe;
    private final OutputProperties output;
    private final CopyProperties copy;

    Planner(SourceProbe probe, OutputProperties output, CopyProperties copy) {
        this.probe = probe;
        this.output = output;
        this.copy = copy;
    }

    /**
     * Looks into a source and plans.
     *
     * @throws SourceRefusedException when it can never be transcoded
     */
    TranscodePlan plan(ObjectKey key, Path scratch) throws InterruptedException {
        ProbedSource source = probe.probe(key, scratch);
        VideoTrack video = source.video();
        AudioTrack audio = source.audio();
        long origin = video == null ? audioStart(audio) : video.startMicros();
        long videoLength = video == null ? 0 : video.durationMicros();
        long audioLength = audio == null ? 0 : Math.max(0, audio.startMicros() + audio.durationMicros() - origin);
        return new TranscodePlan(
                source,
                video == null ? null : pictures(key, source, video, scratch),
                Math.max(videoLength, audioLength),
                origin,
                segmentMicros());
    }

    private VideoPlan pictures(ObjectKey key, ProbedSource source, VideoTrack video, Path scratch)
            throws InterruptedException {
        SegmentGrid grid = SegmentGrid.of(video.rate(), output.segment());
        Ladder ladder = Ladder.forSource(video.width(), video.height(), video.rate(), output.heights());
        ChunkSizes sizes = new ChunkSizes(output.leadSegments(), output.secondSegments(), output.chunkSegments());
        SourceCopy made = copy(key, source, video, ladder, scratch);
        List<Rendition> all = ladder.renditions();
        Ladder encoded = made == null ? ladder : new Ladder(all.subList(1, all.size()));
        return new VideoPlan(
                grid,
                all,
                encoded.lead().name(),
                Chunks.cut(grid.segments(video.frames()), sizes, source.seekable()),
                video.startMicros(),
                made);
    }

    private @Nullable SourceCopy copy(ObjectKey key, ProbedSource source, VideoTrack video, Ladder ladder, Path scratch)
            throws InterruptedException {
        Original original = video.original();
        if (!output.copyFitting()
                || original == null
                || !source.copyable()
                || video.highDynamicRange()
                || !Fitting.fits(original, video.rate(), video.durationMicros(), ladder, copy.limits())) {
            return null;
        }
        KeyFrames keyFrames =
                new KeyFrames(video.rate(), segmentMicros(), copy.limits().longestMicros());
        boolean seen = probe.look(key, video, keyFrames, copy.look(), copy.lookTime(), scratch);
        return seen && keyFrames.cuttable()
                ? new SourceCopy(original.bitrate(), copy.longestLaterMicros(), false)
                : null;
    }

    private long segmentMicros() {
        return output.segment().toNanos() / NANOS_PER_MICRO;
    }

    private static long audioStart(@Nullable AudioTrack audio) {
        return audio == null ? 0 : audio.startMicros();
    }
}
