package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.KeyFrames;
import dev.vireo.transcode.probe.VideoTrack;
import java.util.ArrayList;
import java.util.List;

/**
 * The ffmpeg arguments that copy the source's pictures to the top rendition. Only their times are new: each frame gets
 * its place on the grid of the output, and is decoded as long before as in the renditions that are encoded. So it does
 * not matter where the source's time begins, how exact it is, and whether it has an edit list. A frame so far from its
 * place that an encoder, which counts ticks of the source's clock from the start of a chunk, could give it another one
 * spoils the copy.
 */
final class CopyCommand {

    /** Frames to which a frame is sent that lies between two places, so that {@link CopyRule} finds it out of place. */
    private static final int AWAY = 10_000;

    /** File of the parameter sets before each key frame, those too that a container tells beside the pictures. */
    static final String PARAMETERS = "parameters.h264";

    private CopyCommand() {}

    static List<String> input() {
        return List.of("-copyts");
    }

    static List<String> output(VideoTrack track, VideoPlan plan, long segmentMicros) {
        FrameRate rate = plan.grid().rate();
        String place = "(PTS*TB-(" + Timeline.seconds(plan.originMicros()) + "))*" + rate.text();
        String times = "setts=time_base=" + rate.denominator() + "/" + rate.numerator() + ":pts='round(" + place + ")+"
                + AWAY + "*gt(abs(" + place + "-round(" + place + "))," + KeyFrames.OFF_THE_GRID + ")':dts=N-"
                + KeyFrames.REORDERED_FRAMES + ":duration=1";
        List<String> options = new ArrayList<>(List.of("-map", "0:" + track.stream(), "-c", "copy", "-bsf:v", times));
        options.addAll(List.of("-tag:v", "avc1", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"));
        options.addAll(HlsOutput.options(plan.top().name(), 0, segmentMicros, Timeline.baseMicros(rate)));
        options.addAll(List.of("-map", "0:" + track.stream(), "-c", "copy"));
        options.addAll(List.of("-bsf:v", "h264_mp4toannexb,filter_units=pass_types=7|8", "-f", "h264", PARAMETERS));
        return options;
    }
}
