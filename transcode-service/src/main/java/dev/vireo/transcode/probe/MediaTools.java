package dev.vireo.transcode.probe;

import dev.vireo.kit.process.ProcessLimits;
import dev.vireo.kit.process.SupervisedProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Starts ffmpeg and ffprobe, always supervised. A source is read by its own address alone: nothing that a file names
 * inside is opened, and formats that are lists of other files are not read at all.
 */
@Component
public class MediaTools {

    private static final String PROTOCOLS = "http,https,tcp,tls";
    private static final String FORMATS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,ogg,flv,asf,mxf," + "mp3,wav,w64,flac,aac,aiff,caf";

    private final ToolsProperties properties;
    private final SourceLimitProperties limits;

    MediaTools(ToolsProperties properties, SourceLimitProperties limits) {
        this.properties = properties;
        this.limits = limits;
    }

    public SourceLimitProperties limits() {
        return limits;
    }

    /** Options of an input that is an uploaded source; {@code before} go to the same input. */
    public List<String> source(URI address, List<String> before) {
        List<String> options = new ArrayList<>(List.of(
                "-protocol_whitelist",
                PROTOCOLS,
                "-format_whitelist",
                FORMATS,
                "-max_pixels",
                Long.toString(limits.maxPixels()),
                "-rw_timeout",
                Long.toString(properties.networkTime().toNanos() / 1000),
                "-reconnect",
                "1",
                "-reconnect_on_network_error",
                "1",
                "-reconnect_on_http_error",
                "5xx",
                "-reconnect_delay_max",
                Long.toString(properties.networkTime().toSeconds())));
        options.addAll(before);
        options.add("-i");
        options.add(address.toString());
        return options;
    }

    /** Starts ffmpeg; it may read files of ours below {@code folder} and write there. */
    public SupervisedProcess ffmpeg(List<String> arguments, Path folder, Duration wallTime, DataSize fileSize) {
        List<String> command =
                new ArrayList<>(List.of(properties.ffmpeg(), "-hide_banner", "-nostdin", "-v", "warning", "-y"));
        command.addAll(arguments);
        return start(command, folder, wallTime, fileSize, line -> {});
    }

    /** Starts ffprobe. */
    SupervisedProcess ffprobe(List<String> arguments, Path folder, Duration wallTime, Consumer<String> lines) {
        List<String> command = new ArrayList<>(List.of(properties.ffprobe(), "-hide_banner", "-v", "error"));
        command.addAll(arguments);
        return start(command, folder, wallTime, DataSize.ofMegabytes(1), lines);
    }

    private SupervisedProcess start(
            List<String> command, Path folder, Duration wallTime, DataSize fileSize, Consumer<String> lines) {
        Map<String, String> environment =
                properties.libraryPath().isEmpty() ? Map.of() : Map.of("LD_LIBRARY_PATH", properties.libraryPath());
        return SupervisedProcess.start(
                command, folder, environment, new ProcessLimits(wallTime, properties.memory(), fileSize), lines);
    }
}
