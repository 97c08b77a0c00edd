package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.swarm.v1.AllowInfohashRequest;
import dev.vireo.contracts.swarm.v1.DenyInfohashRequest;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusRequest;
import dev.vireo.contracts.swarm.v1.SeedingPolicy;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc;
import dev.vireo.contracts.swarm.v1.SetSeedingPolicyRequest;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.local.server.LocalServer;
import dev.vireo.testkit.Eventually;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens to a torrent when its seeder dies, and when an operator denies it; both by the public gRPC door. */
final class SeedingFaultsIT {
    /** So slow that a download does not end before something happens to it. */
    private static final long SLOWLY = 40_000;

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final OperatorDoor door = new OperatorDoor(platform);
    private final Channel operator = door.channel();

    @TempDir
    private Path folder;

    @AfterEach
    void hangUp() {
        rate(0);
        door.close();
    }

    @Test
    void aDownloadGoesOnWhenTheSeederWasKilled() throws Exception {
        Seeded seeded = seeded("Survives its seeder");
        byte[] published = get(seeded.file().get("fileUrl").asString());
        Path torrent = Files.write(
                folder.resolve("film.torrent"),
                get(seeded.file().get("torrentUrl").asString()));
        rate(SLOWLY);
        CompletableFuture<String> download =
                CompletableFuture.supplyAsync(() -> Libtorrent.download(torrent.toString(), folder, "peers"));
        Eventually.until("a peer", () -> connections(seeded.id()), peers -> peers > 0);
        assertThat(download).isNotDone();

        LocalServer seeder = platform.service("seeder-service");
        seeder.kill9();
        seeder.start();
        // The gateway finds it again by itself, not at once.
        Eventually.holds("there is no bound any more", this::unbound);

        assertThat(download.join()).isEqualTo(seeded.file().get("infoHash").asString());
        assertThat(folder.resolve(seeded.file().get("fileUrl").asString().replaceAll(".*/", "")))
                .hasBinaryContent(published);
    }

    @Test
    void whatAnOperatorDeniesIsNotSeeded() throws Exception {
        JsonNode file = seeded("Denied by an operator").file();
        String hash = file.get("infoHash").asString();
        String torrent = URI.create(file.get("torrentUrl").asString()).getPath();
        Person anybody = Person.anonymousAt(main);
        assertThat(announce(hash)).contains("interval");

        var swarms = SwarmServiceGrpc.newBlockingStub(operator);
        ByteString bytes = ByteString.copyFrom(HexFormat.of().parseHex(hash));
        swarms.denyInfohash(DenyInfohashRequest.newBuilder()
                .setInfohash(bytes)
                .setReason("A story")
                .build());
        assertThat(announce(hash)).contains("info-hash denied");
        anybody.get(torrent).expect(404);

        swarms.allowInfohash(
                AllowInfohashRequest.newBuilder().setInfohash(bytes).build());
        assertThat(announce(hash)).contains("interval");
        anybody.get(torrent).expect(200);
    }

    private record Seeded(String id, JsonNode file) {}

    private Seeded seeded(String name) {
        String id =
                TusUploads.upload(alice, clips.testPicture(640, 360, 25, 4), Map.of("filename", "t.mp4", "name", name));
        JsonNode file = Videos.untilSeeded(alice, id).at("/streamingPlaylists/0/files/0");
        return new Seeded(id, file);
    }

    private int connections(String id) {
        return SwarmServiceGrpc.newBlockingStub(operator)
                .getSwarmStatus(
                        GetSwarmStatusRequest.newBuilder().setVideoId(id).build())
                .getConnections();
    }

    private void rate(long bytesPerSecond) {
        SeedingPolicyServiceGrpc.newBlockingStub(operator)
                .setSeedingPolicy(SetSeedingPolicyRequest.newBuilder()
                        .setPolicy(SeedingPolicy.newBuilder()
                                .setInstanceId("main")
                                .setTorrents(true)
                                .setPeerWire(true)
                                .setBrowsers(true)
                                .setRate(bytesPerSecond))
                        .build());
    }

    private boolean unbound() {
        try {
            rate(0);
            return true;
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    private String announce(String hash) throws Exception {
        String bytes = new String(HexFormat.of().parseHex(hash), StandardCharsets.ISO_8859_1);
        String address = "http://127.0.0.1:" + platform.port(PortName.TRACKER)
                + "/tracker/announce?port=9&left=1&compact=1" + "&peer_id=-XX0001-abcdefghijkl&info_hash="
                + URLEncoder.encode(bytes, StandardCharsets.ISO_8859_1);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                    .body();
        }
    }

    private byte[] get(String address) {
        return Person.anonymousAt(main)
                .get(URI.create(address).getPath())
                .expect(200)
                .response()
                .body();
    }
}
