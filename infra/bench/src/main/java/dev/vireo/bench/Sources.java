package dev.vireo.bench;

import dev.vireo.local.server.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes what is measured with: film-like clips that cost an encoder about what film costs, and plain bytes. */
final class Sources {
    private final Ffmpeg tools;
    private final Path folder;

    Sources(Ffmpeg tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** 1080p30 with moving shapes and grain, and a tone. */
    Path film(int seconds) {
        Path clip = folder.resolve("film-" + seconds + "s.mp4");
        if (!Files.exists(clip)) {
            List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-y"));
            command.addAll(List.of("-f", "lavfi", "-i", "mandelbrot=size=1920x1080:rate=30,noise=alls=3:allf=t"));
            command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=330"));
            command.addAll(List.of("-t", "20", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "26"));
            command.addAll(List.of("-pix_fmt", "yuv420p", "-g", "120", "-c:a", "aac", "part.mp4"));
            ToolProcess.run(command, created(), tools.environment());
            List<String> repeat = List.of(
                    tools.ffmpeg().toString(),
                    "-v",
                    "error",
                    "-y",
                    "-stream_loop",
                    "-1",
                    "-i",
                    "part.mp4",
                    "-t",
                    Integer.toString(seconds),
                    "-c",
                    "copy",
                    clip.toAbsolutePath().toString());
            ToolProcess.run(repeat, folder, tools.environment());
        }
        return clip;
    }

    /** A sparse file that begins like a video, so that it passes as one until it is probed. */
    Path bytes(long size) {
        Path file = created().resolve("bytes-" + size);
        try (var out = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(Files.readAllBytes(film(20)), 0, 64));
            out.position(size - 1);
            out.write(java.nio.ByteBuffer.wrap(new byte[1]));
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Path created() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
