package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.local.Platform;
import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every published video is a torrent, and BitTorrent clients get all of it from the platform alone. */
final class TorrentsIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());

    @TempDir
    private Path folder;

    @Test
    void clientsGetTheWholeFileFromTheWebSeedAlone() throws Exception {
        Person alice = Person.signedIn(main, "alice");
        JsonNode file = seeded(alice, "Shared with all");
        byte[] published = get(file.get("fileUrl").asString());
        assertThat(published).hasSize(file.get("size").asInt());

        Path hybrid = save(file.get("torrentDownloadUrl").asString(), "hybrid.torrent");
        String hash = libtorrent(hybrid.toString(), "web", published);
        assertThat(hash).isEqualTo(file.get("infoHash").asString());
        assertThat(file.get("magnetUri").asString()).contains("xt=urn:btih:" + hash);

        Path old = save(file.get("torrentV1Url").asString(), "old.torrent");
        libtorrent(old.toString(), "web", published);
        aria2(old, published, "--bt-exclude-tracker=*");
    }

    /** Downloads with aria2, from all that the torrent names but what the options leave out. */
    private void aria2(Path torrent, byte[] published, String... options) throws Exception {
        Path into = Files.createTempDirectory(folder, "aria2");
        List<String> command = new ArrayList<>(List.of(
                "aria2c",
                "--no-conf",
                "--quiet",
                "--enable-dht=false",
                "--enable-dht6=false",
                "--bt-enable-lpd=false",
                "--enable-peer-exchange=false",
                "--seed-time=0",
                "--check-integrity=true",
                "--dir=" + into,
                torrent.toString()));
        command.addAll(List.of(options));
        ToolProcess.run(command, Map.of());
        assertSame(into, published);
    }

    @Test
    void clientsGetTheWholeFileFromOurPeerAloneAndFromBoth() throws Exception {
        JsonNode file = seeded(Person.signedIn(main, "alice"), "From peer to peer");
        byte[] published = get(file.get("fileUrl").asString());
        Path hybrid = save(file.get("torrentDownloadUrl").asString(), "hybrid.torrent");
        Path old = save(file.get("torrentV1Url").asString(), "old.torrent");
        libtorrent(hybrid.toString(), "peers", published);
        libtorrent(old.toString(), "peers", published);
        String magnet = file.get("magnetUri").asString();
        libtorrent(magnet, "peers", published);
        libtorrent(magnet.replaceFirst("xt=urn:btih:[0-9a-f]*&", ""), "peers", published);
        libtorrent(hybrid.toString(), "all", published);
        libtorrent(old.toString(), "all", published);
        aria2(old, published);
    }

    @Test
    void aVideoThatBecomesPrivateHasNoTorrentAnyMore() {
        Person alice = Person.signedIn(main, "alice");
        JsonNode file = seeded(alice, "Not for long");
        String path = URI.create(file.get("torrentUrl").asString()).getPath();
        Person anybody = Person.anonymousAt(main);
        assertThat(anybody.get(path).expect(200).header("Content-Type")).isEqualTo("application/x-bittorrent");
        String id = path.substring(path.lastIndexOf('/') + 1).substring(0, 36);

        alice.put("/api/v1/videos/" + id, "{\"privacy\":3}").expect(204);
        Eventually.until("404", () -> anybody.get(path).status(), status -> status == 404);
        alice.get(path).expect(404);
        JsonNode hidden = alice.get("/api/v1/videos/" + id).json();
        assertThat(files(hidden).get(0).get("torrentUrl").isNull()).isTrue();

        alice.put("/api/v1/videos/" + id, "{\"privacy\":2}").expect(204);
        Eventually.until("200", () -> anybody.get(path).status(), status -> status == 200);
    }

    /** The smallest picture of a new video, once it is seeded. */
    private JsonNode seeded(Person owner, String name) {
        String id =
                TusUploads.upload(owner, clips.testPicture(640, 360, 25, 4), Map.of("filename", "t.mp4", "name", name));
        JsonNode video = Videos.untilSeeded(owner, id);
        return StreamSupport.stream(files(video).spliterator(), false)
                .filter(file -> file.get("hasVideo").asBoolean())
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    /** Lets libtorrent download from these sources alone; gives the infohash of version 1. */
    private String libtorrent(String what, String sources, byte[] published) throws Exception {
        Path into = Files.createTempDirectory(folder, sources);
        String hash = Libtorrent.download(what, into, sources);
        assertSame(into, published);
        return hash;
    }

    private static JsonNode files(JsonNode video) {
        return video.get("streamingPlaylists").get(0).get("files");
    }

    private byte[] get(String address) {
        return Person.anonymousAt(main)
                .get(URI.create(address).getPath())
                .expect(200)
                .response()
                .body();
    }

    private Path save(String address, String name) throws IOException {
        return Files.write(folder.resolve(name), get(address));
    }

    private static void assertSame(Path downloaded, byte[] published) throws Exception {
        try (var files = Files.list(downloaded)) {
            Path file = files.filter(found -> found.toString().endsWith(".mp4"))
                    .findFirst()
                    .orElseThrow();
            assertThat(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(published));
        }
    }
}
