package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where ffmpeg and ffprobe are, and the environment they need to find their libraries. */
public record Ffmpeg(Path ffmpeg, Path ffprobe, Map<String, String> environment) {
    /** Names a folder with a system's own ffmpeg and ffprobe, e.g. {@code /usr/bin}; also as environment variable. */
    public static final String FOLDER_SETTING = "house.ffmpeg";

    /** The one named by the setting, else the one that the build unpacked; either is proven to run. */
    public static Ffmpeg locate(ServerBinaries binaries, DataFolder data) {
        String named = System.getProperty(FOLDER_SETTING, System.getenv().getOrDefault("VIREO_FFMPEG_FOLDER", ""));
        Path folder = named.isBlank() ? binaries.of("ffmpeg") : Path.of(named).toAbsolutePath();
        Ffmpeg found = new Ffmpeg(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), Map.of());
        if (named.isBlank()) {
            makeExecutable(List.of(found.ffmpeg, found.ffprobe));
        }
        return proven(found, folder, data);
    }

    private static Ffmpeg proven(Ffmpeg found, Path folder, DataFolder data) {
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of("LD_LIBRARY_PATH", folder.toString()),
                Map.of("LD_LIBRARY_PATH", folder + ":" + StubLibraries.in(data.of("ffmpeg"))))) {
            if (runs(found.ffmpeg, environment, data) && runs(found.ffprobe, environment, data)) {
                return new Ffmpeg(found.ffmpeg, found.ffprobe, environment);
            }
        }
        throw new ServerException("ffmpeg in %s does not run here; the end of %s says:%n%s"
                .formatted(folder, data.log("ffmpeg"), LogTail.of(data.log("ffmpeg"))));
    }

    private static boolean runs(Path program, Map<String, String> environment, DataFolder data) {
        try {
            return OneShotProcess.exitCode(
                            "Trying " + program.getFileName(),
                            new ServerCommand(
                                    List.of(program.toString(), "-hide_banner", "-version"), environment, data.root()),
                            data.log("ffmpeg"),
                            Duration.ofSeconds(20))
                    == 0;
        } catch (ServerException e) {
            return false;
        }
    }

    private static void makeExecutable(List<Path> programs) {
        try {
            for (Path program : programs) {
                if (!Files.isExecutable(program)) {
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
