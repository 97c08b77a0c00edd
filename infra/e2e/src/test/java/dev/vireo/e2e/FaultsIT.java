package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.local.server.LocalServer;
import dev.vireo.testkit.Eventually;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Processes die at the worst moment. What was acknowledged is published, once, with the frames of an undisturbed run. */
final class FaultsIT {
    /** The advisory lock under which a service's relay sends what is in its outbox. */
    private static final long RELAY_LOCK = 0x7669_7265_6f01L;

    private final Platform platform = RunningPlatform.get();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(platform.address(), "alice");

    @Test
    void uploadServiceIsKilledDuringAnUpload() {
        Path clip = clips.testPicture(1280, 720, 30, 14);
        AtomicBoolean killed = new AtomicBoolean();
        String id = TusUploads.upload(alice, clip, Map.of("filename", "k.mp4", "name", "Killed upload"), sent -> {
            if (sent > 400_000 && killed.compareAndSet(false, true)) {
                killAndStart(platform.service("upload-service"));
            }
        });
        assertThat(killed).isTrue();
        assertPublishedWhole(id, clip);
    }

    @Test
    void theWorkerIsKilledInTheMiddleOfAChunk() {
        Path clip = clips.testPicture(1280, 720, 30, 14);
        String id = TusUploads.upload(alice, clip, Map.of("filename", "w.mp4", "name", "Killed worker"));
        Videos.untilPlayable(alice, id);
        killAndStart(platform.service("transcode-service"));
        assertPublishedWhole(id, clip);
    }

    /** Its job is in the database, the task is not in Kafka: the relay is held off by taking its lock. */
    @Test
    void thePlannerIsKilledBetweenDatabaseAndKafka() throws SQLException {
        Path clip = clips.testPicture(640, 360, 30, 6);
        String id;
        try (Connection database =
                DriverManager.getConnection(platform.postgres().jdbcUrl("transcode"), "transcode", "transcode")) {
            database.createStatement().execute("select pg_advisory_lock(" + RELAY_LOCK + ")");
            id = TusUploads.upload(alice, clip, Map.of("filename", "p.mp4", "name", "Killed planner"));
            Eventually.until("a task in the outbox", () -> waiting(database, id), tasks -> tasks == 1);
            platform.service("transcode-service").kill9();
            assertThat(waiting(database, id)).isEqualTo(1);
        }
        platform.service("transcode-service").start();
        assertPublishedWhole(id, clip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres", "s3"})
    void aServerIsKilledAndStartedAgainInTheMiddleOfWork(String server) {
        Path clip = clips.testPicture(1280, 720, 30, 14);
        String id = TusUploads.upload(alice, clip, Map.of("filename", "s.mp4", "name", "Killed " + server));
        Videos.untilPlayable(alice, id);
        killAndStart(platform.server(server));
        assertPublishedWhole(id, clip);
    }

    private void assertPublishedWhole(String id, Path clip) {
        JsonNode video = Eventually.until(
                        "publication of " + id,
                        () -> alice.get("/api/v1/videos/" + id),
                        answer -> answer.status() == 200
                                && answer.json().get("state").get("id").asInt() == 1)
                .json();
        int frames = clips.frames(clip.toString());
        for (JsonNode file : video.get("streamingPlaylists").get(0).get("files")) {
            if (file.get("hasVideo").asBoolean()) {
                List<Double> times = clips.times(file.get("fileUrl").asString());
                assertThat(times).hasSize(frames).doesNotHaveDuplicates();
            }
        }
    }

    private static int waiting(Connection database, String videoId) {
        try (PreparedStatement count = database.prepareStatement("""
                select count(*) from event_outbox o join transcode_task t on o.key = t.task_id::text
                where t.video_id = ?::uuid""")) {
            count.setString(1, videoId);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void killAndStart(LocalServer process) {
        process.kill9();
        process.start();
    }
}
