package dev.vireo.e2e;

import dev.vireo.local.server.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes sources with ffmpeg, and looks at files and playlists with ffprobe. */
final class Clips {
    private static final Path FOLDER = Path.of("target", "clips");

    private final Ffmpeg tools;

    Clips(Ffmpeg tools) {
        this.tools = tools;
    }

    /** A moving test picture with a tone; the same for the same arguments. */
    Path testPicture(int width, int height, int framesPerSecond, int seconds) {
        Path clip = FOLDER.resolve("test-%dx%d-%dfps-%ds.mp4".formatted(width, height, framesPerSecond, seconds));
        if (!Files.exists(clip)) {
            make(
                    clip,
                    "-f lavfi -i testsrc2=size=%dx%d:rate=%d:duration=%d -f lavfi -i sine=frequency=440:duration=%d"
                            .formatted(width, height, framesPerSecond, seconds, seconds),
                    "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 90 -c:a aac -shortest");
        }
        return clip;
    }

    private void make(Path clip, String inputs, String outputs) {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        run(
                tools.ffmpeg(),
                Stream.of("-v error -y " + inputs + " " + outputs, clip.toString())
                        .flatMap(words -> Stream.of(words.split(" ", -1)))
                        .toList());
    }

    /** How many pictures decode from the first video track of a file or address. */
    int frames(String input) {
        String counted = run(
                tools.ffprobe(),
                List.of(
                        "-v",
                        "error",
                        "-count_frames",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        input));
        return Integer.parseInt(
                counted.lines().findFirst().orElse("0").replace(",", "").strip());
    }

    /** Presentation times of the first video track's packets, in order of presentation, in seconds. */
    List<Double> times(String input) {
        return run(
                        tools.ffprobe(),
                        List.of(
                                "-v",
                                "error",
                                "-select_streams",
                                "v:0",
                                "-show_entries",
                                "packet=pts_time",
                                "-of",
                                "csv=p=0",
                                input))
                .lines()
                .map(line -> line.replace(",", "").strip())
                .filter(line -> !line.isEmpty())
                .map(Double::valueOf)
                .sorted()
                .toList();
    }

    private String run(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return ToolProcess.run(command, tools.environment());
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
