package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.probe.AudioTrack;
import java.util.ArrayList;
import java.util.List;

/** The ffmpeg arguments for the whole audio: stereo AAC that begins where the pictures begin. */
final class AudioCommand {

    private static final int SAMPLE_RATE = 48_000;
    private static final long MICROS = 1_000_000;

    private AudioCommand() {}

    static List<String> input() {
        return List.of("-threads", "1", "-vn", "-copyts");
    }

    static List<String> output(TranscodePlan plan, AudioTrack track, OutputProperties output) {
        long firstSample = Math.floorDiv(plan.audioOriginMicros() * SAMPLE_RATE, MICROS);
        String filter = "[0:" + track.stream() + "]aresample=" + SAMPLE_RATE + ":async=1:min_hard_comp=0.1:first_pts="
                + firstSample + ",aformat=channel_layouts=stereo:sample_fmts=fltp,asetpts=N[a]";
        VideoPlan video = plan.video();
        long base = video == null
                ? Timeline.audioOnlyMicros()
                : Timeline.baseMicros(video.grid().rate());
        List<String> options =
                new ArrayList<>(List.of("-max_error_rate", "1", "-filter_complex", filter, "-map", "[a]"));
        options.addAll(List.of("-c:a", "aac", "-b:a", Integer.toString(output.audioBitrate())));
        options.addAll(List.of("-threads", "1", "-map_metadata", "-1", "-map_chapters", "-1"));
        options.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact"));
        options.addAll(HlsOutput.options(TranscodePlan.AUDIO, 0, plan.audioSegmentMicros(), base));
        return options;
    }
}
