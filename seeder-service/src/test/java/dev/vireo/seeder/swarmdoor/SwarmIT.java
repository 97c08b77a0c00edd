package dev.vireo.seeder.swarmdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.SwarmStubs;
import dev.vireo.seeder.ToolProcess;
import dev.vireo.seeder.trackerdoor.TrackerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The peer wire of the running service gives whole files to real clients, with nothing else to get them from. */
final class SwarmIT {
    private static final String PYTHON = System.getProperty("house.python", "/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src/test/resources/libtorrent_download.py");
    /** More than one message of hashes, and a last piece that is short. */
    private static final int SIZE = 20_000_003;

    @TempDir
    private Path folder;

    private final RunningService service = RunningService.get();
    private final int port = service.bean(SwarmServer.class).port();

    @ParameterizedTest
    @ValueSource(strings = {"clear", "obfuscated", "encrypted", "default"})
    void libtorrentDownloadsTheHybridTorrent(String how) throws IOException {
        Torrent torrent = seed();
        JsonNode seen = download(file(torrent, TorrentForm.TORRENT_FORM_HYBRID), how);
        assertThat(seen.get("hashfails").asInt()).isZero();
        if (!how.equals("default")) {
            assertThat(seen.get("client").asString()).startsWith("Vireo");
            assertThat(seen.get("rc4").asBoolean()).isEqualTo(how.equals("encrypted"));
        }
        assertWhole(torrent);
    }

    @Test
    void libtorrentDownloadsTheTorrentOfVersionOne() throws IOException {
        Torrent torrent = seed();
        download(file(torrent, TorrentForm.TORRENT_FORM_V1), "clear");
        assertWhole(torrent);
    }

    /** Of version 2 it has to ask for the hashes of all pieces, too. */
    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2", "both"})
    void libtorrentDownloadsByNothingButAHash(String version) throws IOException {
        Torrent torrent = seed();
        String one = "xt=urn:btih:" + hex(torrent.getInfohashV1());
        String two = "xt=urn:btmh:1220" + hex(torrent.getInfohashV2());
        String link = switch (version) {
            case "v1" -> one;
            case "v2" -> two;
            default -> one + "&" + two;
        };
        JsonNode seen = download("magnet:?" + link, "clear");
        assertThat(seen.get("hashfails").asInt()).isZero();
        assertWhole(torrent);
    }

    @Test
    void aria2DownloadsFromThePeerThatTheTrackerNames() throws IOException {
        Torrent torrent = seed();
        // Another process, as a tracker is told before its start where the peer wire is.
        try (var other = service.start("--vireo.tracker.seeds[0]=127.0.0.1:" + port)) {
            String tracker =
                    "http://127.0.0.1:" + other.getBean(TrackerServer.class).port() + "/announce";
            ToolProcess.run(List.of(
                    "aria2c",
                    "--no-conf",
                    "--quiet",
                    "--seed-time=0",
                    "--enable-dht=false",
                    "--enable-dht6=false",
                    "--bt-enable-lpd=false",
                    "--enable-peer-exchange=false",
                    "--bt-stop-timeout=60",
                    "--file-allocation=none",
                    "--dir=" + folder,
                    file(torrent, TorrentForm.TORRENT_FORM_V1, tracker)));
        }
        assertWhole(torrent);
    }

    private Torrent seed() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SIZE);
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        return service.await(video, SeedingEvent::hasStarted)
                .getStarted()
                .getTorrents()
                .getTorrents(0);
    }

    private String file(Torrent torrent, TorrentForm form, String... trackers) throws IOException {
        Path file = folder.resolve("film.torrent");
        Files.write(file, SwarmStubs.torrent(service, torrent, form, trackers));
        return file.toString();
    }

    private JsonNode download(String what, String how) {
        return JsonMapper.shared()
                .readTree(ToolProcess.run(
                        List.of(PYTHON, SCRIPT.toString(), what, folder.toString(), Integer.toString(port), how)));
    }

    private void assertWhole(Torrent torrent) {
        assertThat(folder.resolve(torrent.getFile())).hasBinaryContent(RunningService.contents(1, SIZE));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
