package dev.vireo.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.seeding.v1.SeedTask;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.SeedingEvent.EventCase;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.kit.event.DeadLetters;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens in the middle, each video is seeded as in an undisturbed run, and told once. */
final class FaultsIT {
    private static final int SMALL = 30_000;
    private static final int LARGE = 3_000_000;

    @TempDir
    private static Path folder;

    private final RunningService service = RunningService.get();

    @Test
    void aMessageThatComesAgainIsHarmless() {
        UUID video = Ids.newId();
        UUID event = UUID.randomUUID();
        PackagedVideo packaged = service.store(video, 1, SMALL, SMALL + 1);
        service.tell(video, event, 1, Privacy.PRIVACY_PUBLIC, packaged);
        service.tell(video, event, 1, Privacy.PRIVACY_PUBLIC, packaged);
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        service.tell(video, 2, Privacy.PRIVACY_PUBLIC, packaged);
        service.await(video, SeedingEvent::hasStarted);
        service.tell(video, 3, Privacy.PRIVACY_PRIVATE, packaged);
        service.await(video, SeedingEvent::hasStopped);
        assertThat(service.of(video))
                .extracting(SeedingEvent::getEventCase)
                .containsExactly(EventCase.CREATED, EventCase.CREATED, EventCase.STARTED, EventCase.STOPPED);
    }

    @Test
    void aDamagedFileIsGivenUpAndTheRestIsSeeded() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SMALL, SMALL + 1);
        ObjectKey damaged = new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/"
                + packaged.getRenditions(0).getFile());
        service.origin().put(damaged, new byte[SMALL], "video/mp4");
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        SeedingEvent without = service.await(video, SeedingEvent::hasStarted);
        assertThat(without.getStarted().getTorrents().getTorrentsList())
                .extracting(Torrent::getRendition)
                .containsExactly((SMALL + 1) + "p");

        DeadLetters letters = service.bean(DeadLetters.class);
        String task = task(video);
        assertThat(letters.waiting()).anySatisfy(letter -> {
            assertThat(letter.key()).isEqualTo(task);
            assertThat(letter.cause()).contains("another SHA-256");
        });
        service.store(video, 1, SMALL);
        letters.replay("seed-task.v1");
        SeedingEvent whole =
                service.await(video, event -> event.getStarted().getTorrents().getTorrentsCount() == 2);
        assertThat(whole.getStarted().getTorrents().getTorrentsList())
                .extracting(Torrent::getRendition)
                .containsExactly(SMALL + "p", (SMALL + 1) + "p");
    }

    @Test
    void aFileThatWoreOutItsWorkersIsTriedWhenAnOperatorWantsIt() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SMALL);
        ObjectKey file = new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/"
                + packaged.getRenditions(0).getFile());
        service.origin().put(file, new byte[SMALL], "video/mp4");
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        Eventually.holds("it is given up", () -> state(video).equals("FAILED"));
        int worn = 1_000;
        String task = task(video);
        service.bean(JdbcClient.class)
                .sql("update seed_file set attempt = ? where task_id = ?")
                .params(worn, UUID.fromString(task))
                .update();
        service.store(video, 1, SMALL);
        service.send(
                "seed-task.v1",
                task,
                SeedTask.newBuilder()
                        .setInstanceId(RunningService.INSTANCE)
                        .setVideoId(video.toString())
                        .setTaskId(task)
                        .setAttempt(worn)
                        .build()
                        .toByteArray());
        service.await(video, SeedingEvent::hasStarted);
    }

    @Test
    void aMessageThatIsNoTaskGoesToTheDeadLetters() {
        String key = UUID.randomUUID().toString();
        service.send("seed-task.v1", key, new byte[] {1, 2, 3});
        DeadLetters letters = service.bean(DeadLetters.class);
        Eventually.holds(
                "the dead letter",
                () -> letters.waiting().stream().anyMatch(letter -> letter.key().equals(key)));
    }

    @Test
    void aFileThatIsMissingIsWaitedForOnlySoLong() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SMALL);
        service.origin()
                .delete(new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/"
                        + packaged.getRenditions(0).getFile()));
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        Eventually.holds("it is given up", () -> state(video).equals("FAILED"));
        assertThat(service.of(video)).isEmpty();
    }

    @Test
    void aVideoThatIsHiddenInTheMiddleStopsAndGoesOnLater() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, LARGE);
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        service.tell(video, 2, Privacy.PRIVACY_PRIVATE, packaged);
        service.await(video, SeedingEvent::hasStopped);
        service.tell(video, 3, Privacy.PRIVACY_PUBLIC, packaged);
        service.await(video, SeedingEvent::hasStarted);
        assertThat(service.of(video).stream().filter(SeedingEvent::hasCreated)).hasSize(1);
    }

    @Test
    void aKilledProcessLosesItsFilesToAnother() throws IOException {
        Process second = process();
        try {
            Path log = folder.resolve("second.log");
            Eventually.holds("the other process is there", () -> says(log, "gRPC listens"));
            List<UUID> videos = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                UUID video = Ids.newId();
                videos.add(video);
                service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, LARGE, SMALL));
            }
            Eventually.holds("the other process hashes", () -> says(log, " hashed in "));
            second.destroyForcibly();
            for (UUID video : videos) {
                service.await(video, SeedingEvent::hasStarted);
                // What a killed relay had sent and not noted comes again as it was; another fact has another revision.
                assertThat(service.of(video).stream().distinct())
                        .extracting(SeedingEvent::getEventCase)
                        .containsExactly(EventCase.CREATED, EventCase.CREATED, EventCase.STARTED);
            }
        } finally {
            second.destroyForcibly();
        }
    }

    private String task(UUID video) {
        return service.bean(JdbcClient.class)
                .sql("select task_id from seed_file where video_id = ? and state = 'FAILED'")
                .param(video)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String state(UUID video) {
        return service.bean(JdbcClient.class)
                .sql("select state from seed_file where video_id = ?")
                .param(video)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Process process() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                SeederServiceApplication.class.getName()));
        command.addAll(List.of(RunningService.arguments(RunningService.QUICK)));
        File log = folder.resolve("second.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static boolean says(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException notYet) {
            return false;
        }
    }
}
