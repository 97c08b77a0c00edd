package dev.vireo.transcode.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.process.SupervisedProcess;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.testkit.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class MediaToolsTest {

    private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/ffmpeg");

    @TempDir
    private Path folder;

    /** A path alone is enough for a program that finds its libraries itself. */
    @Test
    void takesTheSystemsProgramBySetting() throws IOException, InterruptedException {
        Path program = Files.isExecutable(OF_THE_SYSTEM) ? OF_THE_SYSTEM : elsewhere();
        ToolsProperties properties = new ToolsProperties(
                program.toString(),
                "ffprobe",
                "",
                DataSize.ofGigabytes(6),
                Duration.ofMinutes(1),
                Duration.ofSeconds(20),
                Duration.ofHours(1));
        SourceLimitProperties limits =
                new SourceLimitProperties(40_000_000, Duration.ofHours(24), 64, DataSize.ofGigabytes(500), 60);
        List<String> arguments = List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:d=1", "-c:v", "libx264", "film.mp4");
        try (SupervisedProcess process = new MediaTools(properties, limits)
                .ffmpeg(arguments, folder, Duration.ofMinutes(2), DataSize.ofMegabytes(10))) {
            assertThat(process.await().succeeded()).isTrue();
        }
        assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
    }

    /** Looks like one that a package manager installed: it needs nothing from outside. */
    private Path elsewhere() throws IOException {
        Ffmpeg tools = RealServers.ffmpeg();
        String libraries = tools.environment().getOrDefault("LD_LIBRARY_PATH", "");
        Path program = Files.writeString(
                folder.resolve("ffmpeg"),
                "#!/bin/sh\nLD_LIBRARY_PATH='" + libraries + "' exec '" + tools.ffmpeg() + "' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
