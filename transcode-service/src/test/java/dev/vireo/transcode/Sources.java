package dev.vireo.transcode;

import dev.vireo.local.server.Ffmpeg;
import dev.vireo.testkit.RealServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Media files made for tests by ffmpeg. */
public final class Sources {

    private Sources() {}

    /** Six seconds of 640 x 360 with sound. */
    public static Path film(Path folder) {
        return make(
                folder.resolve("film.mp4"),
                "-f lavfi -i testsrc2=s=640x360:r=25:d=6 -f lavfi -i sine=d=6 -c:v libx264 -preset ultrafast -c:a aac");
    }

    /** Makes a file with these arguments. */
    public static Path make(Path file, String arguments) {
        List<String> command = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.add(file.toString());
        run(RealServers.ffmpeg().ffmpeg(), command);
        return file;
    }

    /** What ffprobe says with these arguments, by line. */
    public static List<String> probe(String file, String arguments) {
        List<String> command = new ArrayList<>(List.of("-v", "error"));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.add(file);
        return run(RealServers.ffmpeg().ffprobe(), command).lines().toList();
    }

    private static String run(Path program, List<String> arguments) {
        Ffmpeg tools = RealServers.ffmpeg();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(tools.environment());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed: " + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
