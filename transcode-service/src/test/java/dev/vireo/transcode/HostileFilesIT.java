package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.transcode.v1.TranscodeFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no videos, or that want to be more than one, end with a sentence; nothing but the source is read. */
class HostileFilesIT {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static HttpServer canary;
    private static Path secret;
    private static String address;

    @BeforeAll
    static void setCanaries() throws IOException {
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
        address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/canary.mp4";
        secret = Files.copy(Sources.film(folder), folder.resolve("secret.mp4"));
    }

    @AfterAll
    static void removeCanaries() {
        canary.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hls", "hls-local", "ffconcat", "svg", "dash", "text", "empty", "sdp"})
    void isRefusedAndNothingElseIsRead(String kind) throws IOException {
        Files.setLastModifiedTime(secret, FileTime.from(Instant.EPOCH));
        Path file = Files.writeString(folder.resolve(kind), content(kind), StandardCharsets.UTF_8);
        TranscodeFailed failed = failure(file);
        assertThat(failed.getCode()).isEqualTo("not_a_video");
        assertThat(failed.getReason()).endsWith(".").doesNotContain("ffmpeg", "http:", "/");
        assertThat(failed.getRetryable()).isFalse();
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void aPictureOfHugeDimensionsIsRefused() throws IOException {
        Path file = Sources.make(
                folder.resolve("huge.avi"), "-f lavfi -i testsrc2=s=64x64:r=1:d=1 -c:v mjpeg -pix_fmt yuvj420p");
        byte[] bytes = Files.readAllBytes(file);
        claimSize(bytes, 60_000);
        assertThat(failure(Files.write(folder.resolve("claims.avi"), bytes)).getCode())
                .isIn("picture_too_large", "not_a_video");
    }

    @Test
    void aFilmCutInHalfIsRefused() throws IOException {
        Path whole = Sources.make(
                folder.resolve("whole.mp4"),
                "-f lavfi -i testsrc2=s=320x180:r=25:d=20 -c:v libx264 -preset ultrafast -g 50 -movflags +faststart");
        byte[] bytes = Files.readAllBytes(whole);
        TranscodeFailed failed =
                failure(Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2)));
        assertThat(failed.getCode()).isEqualTo("source_truncated");
        assertThat(failed.getReason()).contains("of 20 seconds");
    }

    @Test
    void aFilmWithoutItsIndexIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Sources.film(folder));
        assertThat(failure(Files.write(folder.resolve("headless.mp4"), Arrays.copyOf(bytes, bytes.length / 2)))
                        .getCode())
                .isEqualTo("not_a_video");
    }

    private static TranscodeFailed failure(Path file) {
        RunningService service = RunningService.get();
        UUID video = service.upload(file);
        TranscodeEvent end = service.end(video, 1);
        assertThat(end.hasFailed()).as("%s", end).isTrue();
        return end.getFailed();
    }

    private static String content(String kind) {
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n%s\n#EXT-X-ENDLIST\n";
        return switch (kind) {
            case "hls" -> list.formatted(address);
            case "hls-local" -> list.formatted("file://" + secret);
            case "ffconcat" -> "ffconcat version 1.0\nfile '" + secret + "'\nfile '" + address + "'\n";
            case "svg" ->
                "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><image href='" + address
                        + "' width='64' height='64'/></svg>";
            case "dash" ->
                "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011' type='static'><Period><AdaptationSet>"
                        + "<Representation id='1' bandwidth='1'><BaseURL>" + address
                        + "</BaseURL></Representation></AdaptationSet></Period></MPD>";
            case "sdp" -> "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n";
            case "empty" -> "";
            default -> "This is a letter, not a film. " + "Dear reader, ".repeat(500);
        };
    }

    /** Overwrites the dimensions in the container's headers and in each picture's own. */
    private static void claimSize(byte[] avi, int size) {
        byte high = (byte) (size >> 8);
        byte low = (byte) size;
        for (int at = 0; at + 9 < avi.length; at++) {
            if (Arrays.equals(avi, at, at + 8, new byte[] {64, 0, 0, 0, 64, 0, 0, 0}, 0, 8)) {
                System.arraycopy(new byte[] {low, high, 0, 0, low, high, 0, 0}, 0, avi, at, 8);
            }
            if (avi[at] == (byte) 0xFF && avi[at + 1] == (byte) 0xC0 && avi[at + 4] == 8) {
                System.arraycopy(new byte[] {high, low, high, low}, 0, avi, at + 5, 4);
            }
        }
    }
}
