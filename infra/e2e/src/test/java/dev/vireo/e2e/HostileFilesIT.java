package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vireo.local.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no videos, or worse: refused with a reason, and nothing but the file itself is ever read. */
final class HostileFilesIT {
    private final Platform platform = RunningPlatform.get();
    private final Person alice = Person.signedIn(platform.address(), "alice");
    private final AtomicInteger canaryReads = new AtomicInteger();
    private HttpServer canary;

    @TempDir
    Path folder;

    @BeforeEach
    void watchTheCanary() throws IOException {
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            canaryReads.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
    }

    @AfterEach
    void stopTheCanary() {
        canary.stop(0);
    }

    @Test
    void listsThatNameOtherFilesReadNothing() throws IOException {
        String address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/canary.mp4";
        for (String text : new String[] {
            "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n" + address + "\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXTINF:4,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile '" + address + "'\n",
            "ffconcat version 1.0\nfile '/etc/passwd'\n",
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + address + "'/></svg>"
        }) {
            assertRefused(write("hostile.mp4", text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(canaryReads).hasValue(0);
    }

    @Test
    void whatIsNoVideoIsRefusedWithAReason() throws IOException {
        assertRefused(write("letter.mp4", "Dear reader, this is not a film.".getBytes(StandardCharsets.UTF_8)));
        assertRefused(write("zeros.mp4", new byte[100_000]));
    }

    @Test
    void aTruncatedVideoFailsWithASentenceForItsOwner() throws IOException {
        byte[] whole = Files.readAllBytes(new Clips(platform.ffmpeg()).testPicture(320, 180, 30, 3));
        Path cut = write("cut.mp4", java.util.Arrays.copyOf(whole, whole.length / 2));
        String id = TusUploads.upload(alice, cut, Map.of("filename", "cut.mp4", "name", "Cut short"));
        var video = Videos.untilFailed(alice, id);
        assertThat(alice.get("/api/v1/videos/" + id).text()).contains("failureReason");
        assertThat(video.get("streamingPlaylists")).isEmpty();
    }

    /** Refused when its last byte came, or failed soon after: either way with words, and without a playable video. */
    private void assertRefused(Path file) throws IOException {
        var created = alice.send(alice.request("/api/v1/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(Files.size(file)))
                .header("Upload-Metadata", "filename aG9zdGlsZS5tcDQ=,name SG9zdGlsZQ==")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
        String location =
                java.net.URI.create(created.expect(201).header("Location")).getPath();
        var sent = alice.send(alice.request(location)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofFile(file))
                .build());
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.json().get("detail").asString()).isNotBlank();
        assertThat(sent.json().get("code").asString()).isEqualTo("not_a_video");
        String id = location.substring(location.lastIndexOf('/') + 1);
        alice.get("/api/v1/videos/" + id).expect(404);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
