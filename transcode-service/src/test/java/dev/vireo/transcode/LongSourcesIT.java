package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.S3Server;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RestartableServers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours are transcoded; what is or pretends to be longer than is allowed ends at the limit, and the workers go on. */
class LongSourcesIT {

    private static final String PICTURE = "-f lavfi -i testsrc2=s=10x8:r=1:d=%d -c:v libx264 -preset ultrafast -g 10";
    private static final int HOUR = 3600;

    @TempDir
    private static Path folder;

    private static RestartableServers servers;
    private static RunningService service;

    @BeforeAll
    static void start() {
        servers = new RestartableServers();
        PostgresServer postgres = servers.postgres("transcode");
        KafkaServer kafka = servers.kafka(Map.of());
        S3Server s3 = servers.s3();
        service = new RunningService(
                new RunningService.Servers(
                        postgres.jdbcUrl("transcode") + "?user=transcode&password=transcode",
                        kafka.bootstrapServers(),
                        new OriginAccess(
                                s3.endpoint(), "us-east-1", s3.bucket(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                "--vireo.transcode.limits.max-duration=4h",
                "--vireo.transcode.output.segment=10s",
                "--vireo.transcode.output.chunk=10m");
    }

    @AfterAll
    static void stop() {
        service.stop();
        servers.close();
    }

    @Test
    void threeHoursAreTranscoded() throws IOException {
        UUID video = service.upload(Sources.make(folder.resolve("hours.mp4"), PICTURE.formatted(3 * HOUR)));
        TranscodeEvent end = service.end(video, 1);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        Packaged packaged = Packaged.fetch(
                service, video, end.getCompleted().getPackaged(), Files.createDirectories(folder.resolve("hours")));
        packaged.check();
        assertThat(packaged.frames()).isEqualTo(3 * HOUR);
    }

    /** As a camera makes that was forgotten. */
    @Test
    void tenHoursOfOneFrameASecondAreOverTheLimit() throws IOException {
        assertTooLong(Sources.make(folder.resolve("ten.mp4"), PICTURE.formatted(10 * HOUR)));
    }

    @Test
    void aFileThatSaysItLastsForYearsIsRefused() throws IOException {
        Path film = years("years.mkv");
        assertTooLong(film);
    }

    /** Each frame of the gap would be encoded: years of them. */
    @Test
    void aFileThatLastsForYearsAndDoesNotSaySoIsStopped() throws IOException {
        Path film = years("hidden.mkv");
        byte[] bytes = Files.readAllBytes(film);
        claimTwoSeconds(bytes);
        Files.write(film, bytes);
        assertThat(Sources.probe(film.toString(), "-show_entries format=duration -of csv=p=0"))
                .containsExactly("2.000000");
        assertTooLong(film);
    }

    private static void assertTooLong(Path film) throws IOException {
        UUID video = service.upload(film);
        TranscodeEvent end = service.end(video, 1);
        assertThat(end.hasFailed()).as("%s", end).isTrue();
        assertThat(end.getFailed().getCode()).isEqualTo("too_long");
        assertThat(end.getFailed().getReason()).contains("4 hours");
        UUID next = service.upload(Sources.make(folder.resolve("next.mp4"), PICTURE.formatted(2)));
        assertThat(service.end(next, 1).hasCompleted()).as("the workers go on").isTrue();
    }

    /** Two frames, three years between them. */
    private static Path years(String name) {
        return Sources.make(
                folder.resolve(name),
                "-f lavfi -i testsrc2=s=64x48:r=1:d=2 -vf setpts=N*100000000/TB -fps_mode passthrough -c:v libvpx");
    }

    /** Overwrites the file's length, and hides those of its tracks. */
    private static void claimTwoSeconds(byte[] matroska) {
        String text = new String(matroska, StandardCharsets.ISO_8859_1);
        int length = text.indexOf("D\u0089\u0088");
        assertThat(length).isPositive();
        ByteBuffer.wrap(matroska).putDouble(length + 3, 2000);
        for (int tag = text.indexOf("DURATION"); tag >= 0; tag = text.indexOf("DURATION", tag + 1)) {
            matroska[tag] = 'X';
        }
    }
}
