package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StubLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void ffmpegRunsWithTheStubsInPlaceOfTheDesktopLibraries() {
        Path programs = ServerBinaries.locate().of("ffmpeg");
        Ffmpeg found = Ffmpeg.locate(ServerBinaries.locate(), new DataFolder(folder));
        String path = StubLibraries.in(folder) + ":" + programs;
        ServerCommand encode = new ServerCommand(
                List.of(
                        found.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x64:d=1",
                        "-c:v",
                        "libx264",
                        "-f",
                        "null",
                        "-"),
                Map.of("LD_LIBRARY_PATH", path, "LD_BIND_NOW", ""),
                folder);
        Path log = folder.resolve("log");
        assertThat(OneShotProcess.exitCode("encoding", encode, log, Duration.ofSeconds(30)))
                .as(LogTail.of(log))
                .isZero();
    }
}
