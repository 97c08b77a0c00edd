package dev.vireo.transcode.encode;

import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.probe.ProbedSource;
import dev.vireo.transcode.probe.VideoTrack;
import java.util.ArrayList;
import java.util.List;

/**
 * The ffmpeg arguments for one chunk of several renditions. The source is decoded once, each rendition is scaled from
 * the next larger one. Frames lie on an absolute grid, so that the joined chunks have the frames of a single pass.
 */
final class ChunkCommand {

    private static final double HALF_FRAME = 0.5;

    private final ProbedSource source;
    private final VideoTrack track;
    private final VideoPlan plan;
    private final Chunk chunk;
    private final EncodeSettings settings;

    ChunkCommand(ProbedSource source, VideoTrack track, VideoPlan plan, Chunk chunk, EncodeSettings settings) {
        this.source = source;
        this.track = track;
        this.plan = plan;
        this.chunk = chunk;
        this.settings = settings;
    }

    /** Options of the input: where to begin reading. Frames from the key frame on are decoded; the grid drops them. */
    List<String> input() {
        List<String> options = new ArrayList<>(List.of("-threads", Integer.toString(settings.threads())));
        if (chunk.firstSegment() > 0 && source.seekable()) {
            options.addAll(List.of("-noaccurate_seek", "-ss", Timeline.seconds(startMicros() - source.startMicros())));
        }
        options.add("-copyts");
        return options;
    }

    /** Options of filters and outputs for these renditions, largest first, each in a folder of its name. */
    List<String> output(List<Rendition> renditions) {
        List<String> options =
                new ArrayList<>(List.of("-max_error_rate", "1", "-filter_complex_threads", "1", "-filter_complex"));
        options.add(filters(renditions));
        for (int index = 0; index < renditions.size(); index++) {
            options.addAll(rendition(renditions.get(index), index));
        }
        return options;
    }

    private long startMicros() {
        return plan.originMicros() + plan.grid().microsAt(chunk.firstSegment());
    }

    private String filters(List<Rendition> renditions) {
        StringBuilder graph = new StringBuilder("[0:" + track.stream() + "]");
        if (track.interlaced()) {
            graph.append("yadif=deint=interlaced,");
        }
        graph.append("fps=")
                .append(plan.grid().rate().text())
                .append(":start_time=")
                .append(Timeline.seconds(startMicros()));
        if (!chunk.last()) {
            graph.append(",trim=end_frame=")
                    .append((long) chunk.segments() * plan.grid().framesPerSegment());
        }
        graph.append(",setpts=N");
        for (int index = 0; index < renditions.size(); index++) {
            Rendition rendition = renditions.get(index);
            graph.append(",scale=")
                    .append(rendition.width())
                    .append(':')
                    .append(rendition.height())
                    .append(index == 0 ? ":flags=bicubic:out_range=tv," : ":flags=bicubic,");
            if (index == 0 && track.highDynamicRange()) {
                graph.append("zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
                        + "zscale=t=bt709:m=bt709:r=tv,");
            }
            graph.append("setsar=1,format=yuv420p");
            boolean last = index == renditions.size() - 1;
            graph.append(last ? "[v" + index + "]" : ",split=2[v" + index + "][n" + index + "];[n" + index + "]null");
        }
        return graph.toString();
    }

    private List<String> rendition(Rendition rendition, int index) {
        SegmentGrid grid = plan.grid();
        FrameRate rate = grid.rate();
        String frames = Integer.toString(grid.framesPerSegment());
        OutputProperties output = settings.output();
        List<String> options = new ArrayList<>(List.of("-map", "[v" + index + "]", "-fps_mode", "passthrough"));
        options.addAll(List.of("-c:v", output.encoder(), "-preset", output.preset()));
        options.addAll(List.of("-crf", Integer.toString(output.quality())));
        options.addAll(List.of("-maxrate", Long.toString(rendition.maxBitrate())));
        options.addAll(List.of("-bufsize", Long.toString(2 * rendition.maxBitrate())));
        options.addAll(List.of("-g", frames, "-keyint_min", frames, "-sc_threshold", "0", "-bf", "3"));
        options.addAll(List.of("-threads", Integer.toString(settings.threads())));
        options.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"));
        options.addAll(List.of("-flags:v", "+bitexact"));
        long halfFrameBefore = Math.round((grid.framesPerSegment() - HALF_FRAME) * 1e6 / rate.perSecond());
        long base = Timeline.baseMicros(rate);
        options.addAll(HlsOutput.options(
                rendition.name(), chunk.firstSegment(), halfFrameBefore, grid.microsAt(chunk.firstSegment()) + base));
        return options;
    }
}
