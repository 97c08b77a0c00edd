package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.S3Server;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RestartableServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every server is killed and started again in the middle of the work; the video is complete, and published once. */
class RestartsIT {

    @TempDir
    private static Path folder;

    @Test
    void killedServersCostTimeAndNothingElse() throws IOException {
        Path film = Sources.make(
                folder.resolve("film.mp4"),
                "-f lavfi -i testsrc2=s=960x540:r=25:d=16 -f lavfi -i sine=d=16 -c:v libx264 -preset ultrafast -g 60"
                        + " -c:a aac");
        try (RestartableServers servers = new RestartableServers()) {
            PostgresServer postgres = servers.postgres("transcode");
            KafkaServer kafka = servers.kafka(Map.of());
            S3Server s3 = servers.s3();
            RunningService service = new RunningService(new RunningService.Servers(
                    postgres.jdbcUrl("transcode") + "?user=transcode&password=transcode",
                    kafka.bootstrapServers(),
                    new OriginAccess(
                            s3.endpoint(), "us-east-1", s3.bucket(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY)));
            UUID video = service.upload(film);
            service.await(video, TranscodeEvent::hasPlayable);
            for (LocalServer server : List.of(s3, postgres, kafka)) {
                server.kill9();
                server.start();
                int known = service.of(video).size();
                service.await(video, event -> service.of(video).size() > known || done(service, video));
            }
            TranscodeEvent end = service.end(video, 1);
            assertThat(end.hasCompleted()).as("%s", end).isTrue();
            Packaged packaged =
                    Packaged.fetch(service, video, end.getCompleted().getPackaged(), folder);
            packaged.check();
            assertThat(packaged.frames()).isEqualTo(400);
            assertThat(service.of(video).stream().filter(TranscodeEvent::hasCompleted))
                    .hasSize(1);
            service.stop();
        }
    }

    private static boolean done(RunningService service, UUID video) {
        return service.of(video).stream().anyMatch(TranscodeEvent::hasCompleted);
    }
}
