package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.job.Claim;
import dev.vireo.transcode.job.SourceCopy;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.job.TaskKind;
import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.probe.AudioTrack;
import dev.vireo.transcode.probe.MediaTools;
import dev.vireo.transcode.probe.ToolsProperties;
import dev.vireo.transcode.probe.VideoTrack;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Makes the segments of one task: a chunk of pictures, all pictures as they are, or the whole sound. */
@Component
class EncodeWork {

    /** Segments are held in memory while they are sent; those of an encoder are bounded by its rate control. */
    private static final DataSize COPIED_SEGMENT = DataSize.ofMegabytes(64);
    /** A few hundred bytes for each key frame; much more is an attempt at the memory. */
    private static final DataSize MOST_PARAMETERS = DataSize.ofMegabytes(8);

    private final MediaTools tools;
    private final OriginStore origin;
    private final ToolsProperties toolsProperties;
    private final OutputProperties output;
    private final WorkerProperties properties;
    private final SegmentPublisher.Publishing publishing;

    EncodeWork(
            MediaTools tools,
            OriginStore origin,
            TaskBoard board,
            Patience patience,
            ToolsProperties toolsProperties,
            OutputProperties output,
            WorkerProperties properties) {
        this.tools = tools;
        this.origin = origin;
        this.toolsProperties = toolsProperties;
        this.output = output;
        this.properties = properties;
        this.publishing = new SegmentPublisher.Publishing(
                origin, board, patience, properties.maxSegment().toBytes());
    }

    void pictures(Claim claim, Scratch scratch) throws InterruptedException {
        TranscodePlan plan = claim.requirePlan();
        VideoPlan video = plan.video();
        VideoTrack track = plan.source().video();
        if (video == null || track == null) {
            throw new IllegalStateException("A chunk of a source without pictures");
        }
        Chunk chunk = video.chunks().get(claim.task().chunk());
        Map<Rendition, SegmentPublisher> outputs = new LinkedHashMap<>();
        for (Rendition rendition : video.renditionsOf(claim.task().kind())) {
            SegmentPublisher publisher = publisher(
                    claim,
                    scratch,
                    rendition.name(),
                    SegmentRule.on(video.grid()),
                    video.grid().microsAt(1));
            if (!video.copyAbandoned() || !publisher.has(chunk)) {
                outputs.put(rendition, publisher);
            }
        }
        if (outputs.isEmpty()) {
            return;
        }
        int threads = claim.task().kind() == TaskKind.LEAD ? properties.leadThreads() : properties.encoderThreads();
        ChunkCommand command =
                new ChunkCommand(plan.source(), track, video, chunk, new EncodeSettings(output, threads));
        List<String> arguments = new ArrayList<>(tools.source(source(claim), command.input()));
        arguments.addAll(command.output(List.copyOf(outputs.keySet())));
        run(arguments, scratch, List.copyOf(outputs.values()));
    }

    void copy(Claim claim, Scratch scratch) throws InterruptedException {
        TranscodePlan plan = claim.requirePlan();
        VideoPlan video = plan.video();
        VideoTrack track = plan.source().video();
        SourceCopy copy = video == null ? null : video.copy();
        if (video == null || track == null || copy == null) {
            throw new IllegalStateException("A copy that is not planned");
        }
        List<String> arguments = new ArrayList<>(tools.source(source(claim), CopyCommand.input()));
        arguments.addAll(CopyCommand.output(track, video, plan.audioSegmentMicros()));
        CopyRule rule = new CopyRule(video.grid().rate(), copy);
        SegmentPublisher publisher = new SegmentPublisher(
                publishing.upTo(COPIED_SEGMENT.toBytes()),
                claim.task(),
                video.top().name(),
                scratch.sub(video.top().name()),
                new LongestRule(rule, tools.limits(), plan.audioSegmentMicros()));
        run(arguments, scratch, List.of(publisher));
        rule.requireParameters(scratch.read(CopyCommand.PARAMETERS, MOST_PARAMETERS.toBytes()));
    }

    void sound(Claim claim, Scratch scratch) throws InterruptedException {
        TranscodePlan plan = claim.requirePlan();
        AudioTrack track = plan.source().audio();
        if (track == null) {
            throw new IllegalStateException("Sound of a source without sound");
        }
        List<String> arguments = new ArrayList<>(tools.source(source(claim), AudioCommand.input()));
        arguments.addAll(AudioCommand.output(plan, track, output));
        run(
                arguments,
                scratch,
                List.of(publisher(claim, scratch, TranscodePlan.AUDIO, SegmentRule.ANY, plan.audioSegmentMicros())));
    }

    private void run(List<String> arguments, Scratch scratch, List<SegmentPublisher> publishers)
            throws InterruptedException {
        FfmpegRun.publishing(
                tools.ffmpeg(arguments, scratch.folder(), properties.taskTime(), properties.maxSegment()), publishers);
    }

    private SegmentPublisher publisher(
            Claim claim, Scratch scratch, String rendition, SegmentRule rule, long segmentMicros) {
        SegmentRule limited = new LongestRule(rule, tools.limits(), segmentMicros);
        return new SegmentPublisher(publishing, claim.task(), rendition, scratch.sub(rendition), limited);
    }

    private URI source(Claim claim) {
        return origin.presignedGet(new ObjectKey(claim.sourceKey()), toolsProperties.sourceLife());
    }
}
