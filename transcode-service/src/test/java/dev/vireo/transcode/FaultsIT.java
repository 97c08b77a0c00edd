package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens in the middle, the result is that of an undisturbed run, published once. */
class FaultsIT {

    private static final int FRAMES = 250;

    @TempDir
    private static Path folder;

    private static Path film;

    @BeforeAll
    static void makeFilm() {
        film = Sources.make(
                folder.resolve("long.mp4"),
                "-f lavfi -i testsrc2=s=960x540:r=25:d=10 -f lavfi -i sine=d=10 -c:v libx264 -preset ultrafast -g 60"
                        + " -c:a aac");
    }

    @Test
    void aMessageThatComesAgainIsHarmless() throws IOException {
        RunningService service = RunningService.get();
        UUID video = Ids.newId();
        UUID event = UUID.randomUUID();
        service.store(video, film);
        service.uploaded(video, event);
        service.uploaded(video, event);
        service.uploaded(video, UUID.randomUUID());
        requireWhole(service, video, 1);
        service.uploaded(video, UUID.randomUUID());
        service.requestAgain(video, 2);
        requireWhole(service, video, 2);
        assertThat(service.of(video).stream().filter(TranscodeEvent::hasCompleted))
                .hasSize(2);
        assertThat(service.of(video).stream().filter(TranscodeEvent::hasStarted))
                .hasSize(2);
    }

    @Test
    void aDeletedVideoLeavesNothingAndNeverComesBack() {
        RunningService service = RunningService.get();
        UUID video = service.upload(film);
        service.await(video, TranscodeEvent::hasStarted);
        service.deleted(video);
        String prefix = RunningService.INSTANCE + "/" + video + "/";
        UUID other = service.upload(film);
        service.uploaded(video, UUID.randomUUID());
        service.requestAgain(video, 2);
        service.end(other, 1);
        Eventually.holds(
                "nothing of it is left", () -> service.origin().list(prefix, 1).isEmpty());
        assertThat(service.of(video)).noneMatch(event -> event.hasCompleted() || event.getVersion() == 2);
    }

    @Test
    void aKilledEncoderIsStartedAgain() throws IOException {
        RunningService service = RunningService.get();
        UUID video = service.upload(film);
        Eventually.holds(
                "encoders run", () -> !encoders(ProcessHandle.current()).isEmpty());
        encoders(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
        requireWhole(service, video, 1);
    }

    @Test
    void aKilledProcessLosesItsTasksToAnother() throws IOException {
        RunningService service = RunningService.get();
        Process second = process(service);
        try {
            List<UUID> videos = new ArrayList<>();
            Path log = folder.resolve("second.log");
            Eventually.holds("the other process encodes", () -> {
                if (videos.isEmpty() && says(log, "gRPC listens")) {
                    videos.add(service.upload(film));
                    videos.add(service.upload(film));
                }
                return !encoders(second.toHandle()).isEmpty();
            });
            second.destroyForcibly();
            for (UUID video : videos) {
                requireWhole(service, video, 1);
            }
        } finally {
            second.destroyForcibly();
        }
    }

    private static void requireWhole(RunningService service, UUID video, int version) throws IOException {
        TranscodeEvent end = service.end(video, version);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        Path place = Files.createDirectories(folder.resolve(video + "-" + version));
        Packaged packaged = Packaged.fetch(service, video, end.getCompleted().getPackaged(), place);
        packaged.check();
        assertThat(packaged.frames()).isEqualTo(FRAMES);
    }

    private static Process process(RunningService service) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TranscodeServiceApplication.class.getName()));
        command.addAll(List.of(service.arguments(RunningService.SMALL_CHUNKS)));
        File log = folder.resolve("second.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static List<ProcessHandle> encoders(ProcessHandle parent) {
        return parent.children()
                .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                .toList();
    }

    private static boolean says(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException notYet) {
            return false;
        }
    }
}
