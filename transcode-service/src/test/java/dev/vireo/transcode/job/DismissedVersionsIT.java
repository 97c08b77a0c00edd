package dev.vireo.transcode.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.testkit.Eventually;
import dev.vireo.transcode.RunningService;
import dev.vireo.transcode.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of versions that nobody is sent to any more go after a while; files of others stay. */
class DismissedVersionsIT {

    @TempDir
    private static Path folder;

    private final RunningService service = RunningService.get();
    private final OriginStore origin = service.origin();

    @Test
    void aReplacedVersionGoesAndItsSuccessorStays() {
        UUID video = service.upload(Sources.make(
                folder.resolve("short.mp4"), "-f lavfi -i testsrc2=s=64x48:r=25:d=2 -c:v libx264 -preset ultrafast"));
        assertThat(service.end(video, 1).hasCompleted()).isTrue();
        makeDismissalOld(video);
        service.requestAgain(video, 2);
        assertThat(service.end(video, 2).hasCompleted()).isTrue();
        assertThat(origin.stat(file(video, 1, "master.m3u8")))
                .as("viewers have time")
                .isPresent();
        assertThat(dismissed(video)).as("viewers are still sent to the first").isZero();
        service.published(video, 2);
        Eventually.holds("the older one is dismissed", () -> dismissed(video) == 1);
        makeDismissalOld(video);
        awaitEmpty(video);
        assertThat(origin.stat(file(video, 2, "master.m3u8"))).isPresent();
        assertThat(origin.list(prefix(video, 2) + "progress/", 1)).isNotEmpty();
    }

    @Test
    void aCancelledVersionGoes() {
        UUID video = service.upload(Sources.film(folder));
        service.await(video, TranscodeEvent::hasPlayable);
        service.requestAgain(video, 2);
        assertThat(service.end(video, 2).hasCompleted()).isTrue();
        assertThat(origin.list(prefix(video, 1), 1)).as("viewers have time").isNotEmpty();
        makeDismissalOld(video);
        awaitEmpty(video);
        assertThat(origin.stat(file(video, 2, "master.m3u8"))).isPresent();
    }

    @Test
    void aFailedVersionGoesAndItsSourceStays() throws IOException {
        UUID video = service.upload(Files.writeString(folder.resolve("letter.txt"), "No film. ".repeat(100)));
        assertThat(service.end(video, 1).hasFailed()).isTrue();
        origin.put(file(video, 1, "half.mp4"), "half".getBytes(StandardCharsets.UTF_8), "video/mp4");
        origin.put(file(video, 11, "other.mp4"), "other".getBytes(StandardCharsets.UTF_8), "video/mp4");
        makeDismissalOld(video);
        awaitEmpty(video);
        assertThat(origin.stat(file(video, 11, "other.mp4")))
                .as("a name that begins alike")
                .isPresent();
        assertThat(origin.list(RunningService.INSTANCE + "/uploads/" + video + "/", 1))
                .isNotEmpty();
    }

    /** As if the versions of a video that are dismissed had been so for long. */
    private void makeDismissalOld(UUID video) {
        Duration kept = service.bean(JobProperties.class).keepProgress();
        service.bean(JdbcClient.class)
                .sql(
                        "update transcode_job set dismissed_at = dismissed_at - make_interval(secs => ?) where video_id = ?")
                .params((double) kept.toSeconds() + 1, video)
                .update();
    }

    private int dismissed(UUID video) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from transcode_job where video_id = ? and dismissed_at is not null")
                .param(video)
                .query(Integer.class)
                .single();
    }

    private static String prefix(UUID video, int version) {
        return new VideoVersion(new InstanceId(RunningService.INSTANCE), video, version)
                        .folder()
                        .value()
                + "/";
    }

    private static ObjectKey file(UUID video, int version, String name) {
        return new ObjectKey(prefix(video, version) + name);
    }

    private void awaitEmpty(UUID video) {
        Eventually.holds(
                "the first version has no files",
                () -> origin.list(prefix(video, 1), 1).isEmpty());
    }
}
