package dev.vireo.transcode.encode;

import java.util.List;

/**
 * Options of ffmpeg's HLS muxer: fragmented MP4 segments in a folder, renamed to their final name when complete. The
 * time offset makes chunks continue one another; {@code frag_discont} keeps their initialization sections identical.
 */
final class HlsOutput {

    /** Name of the initialization section. */
    static final String INIT = "init.mp4";

    /** Ends the names of complete segments. */
    static final String SUFFIX = ".m4s";

    private HlsOutput() {}

    static List<String> options(String folder, int firstNumber, long segmentMicros, long offsetMicros) {
        return List.of(
                "-output_ts_offset",
                Timeline.seconds(offsetMicros),
                "-f",
                "hls",
                "-hls_time",
                Timeline.seconds(segmentMicros),
                "-hls_segment_type",
                "fmp4",
                "-hls_fmp4_init_filename",
                INIT,
                "-hls_segment_filename",
                folder + "/%d" + SUFFIX,
                "-start_number",
                Integer.toString(firstNumber),
                "-hls_list_size",
                "2",
                "-hls_flags",
                "independent_segments+temp_file",
                "-hls_segment_options",
                "movflags=+frag_discont+skip_sidx",
                folder + "/playlist.m3u8");
    }
}
