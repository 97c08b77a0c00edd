package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.swarm.v1.AllowInfohashRequest;
import dev.vireo.contracts.swarm.v1.DeniedInfohash;
import dev.vireo.contracts.swarm.v1.DenyInfohashRequest;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusRequest;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusResponse;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.ListDeniedRequest;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc.SwarmServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.SwarmStubs;
import dev.vireo.seeder.ToolProcess;
import dev.vireo.seeder.admission.PlayerStreams;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.testkit.Eventually;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tracker of the running service, with real clients. */
final class TrackerIT {
    private static final String PYTHON = System.getProperty("house.python", "/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src/test/resources/libtorrent_swarm.py");
    private static final int SIZE = 700_001;
    private static final String PLAYLIST = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=130000,CODECS=\"mp4a.40.2\"\na.m3u8\n";

    @TempDir
    private Path folder;

    private final RunningService service = RunningService.get();
    private final int port = service.bean(TrackerServer.class).port();

    @Test
    void peersFindOneAnotherByOurTrackerAlone() throws Exception {
        UUID video = Ids.newId();
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, SIZE));
        service.await(video, SeedingEvent::hasStarted);
        for (TorrentForm form : List.of(TorrentForm.TORRENT_FORM_HYBRID, TorrentForm.TORRENT_FORM_V1)) {
            for (String tracker : List.of("http://127.0.0.1:" + port + "/announce", "udp://127.0.0.1:" + port)) {
                assertThat(exchange(video, form, tracker)).containsExactly(tracker);
            }
        }
        GetSwarmStatusResponse status = stub().getSwarmStatus(GetSwarmStatusRequest.newBuilder()
                .setVideoId(video.toString())
                .build());
        assertThat(status.getAnnounces()).isGreaterThanOrEqualTo(8);
        assertThat(status.getSwarms()).isGreaterThanOrEqualTo(2);
        assertThat(status.getPeers()).isGreaterThan(status.getSwarms());
    }

    @Test
    void anOperatorDeniesAHashAndTakesThatBack() throws Exception {
        UUID video = Ids.newId();
        TrackedHash hash = TrackedHash.of(
                seed(video, service.store(video, 1, SIZE)).getInfohashV1Only().toByteArray());
        ByteString bytes = ByteString.copyFrom(hash.bytes());
        Eventually.holds("it is known", () -> announce(hash).contains("incompletei1e"));
        SwarmServiceBlockingStub operator = stub("operator");
        operator.denyInfohash(DenyInfohashRequest.newBuilder()
                .setInfohash(bytes)
                .setReason("court order")
                .build());
        assertThat(announce(hash)).contains("info-hash denied");
        assertThat(operator.listDenied(ListDeniedRequest.getDefaultInstance()).getDeniedList())
                .filteredOn(denied -> denied.getInfohash().equals(bytes))
                .extracting(DeniedInfohash::getReason, DeniedInfohash::getOperator)
                .containsExactly(tuple("court order", "alice"));
        operator.allowInfohash(
                AllowInfohashRequest.newBuilder().setInfohash(bytes).build());
        assertThat(announce(hash)).contains("incompletei1e");
        assertThat(operator.getSwarmStatus(GetSwarmStatusRequest.getDefaultInstance())
                        .getPeers())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void nobodyElseLooksAfterSwarms() {
        var deny = DenyInfohashRequest.newBuilder()
                .setInfohash(ByteString.copyFrom(new byte[20]))
                .build();
        refused(Status.Code.UNAUTHENTICATED, () -> stub().denyInfohash(deny));
        refused(Status.Code.PERMISSION_DENIED, () -> stub("administrator").denyInfohash(deny));
        refused(
                Status.Code.PERMISSION_DENIED,
                () -> stub("moderator").allowInfohash(AllowInfohashRequest.getDefaultInstance()));
        refused(Status.Code.UNAUTHENTICATED, () -> stub().listDenied(ListDeniedRequest.getDefaultInstance()));
        refused(Status.Code.UNAUTHENTICATED, () -> stub().getSwarmStatus(GetSwarmStatusRequest.getDefaultInstance()));
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> stub("operator").denyInfohash(DenyInfohashRequest.getDefaultInstance()));
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> stub("operator")
                        .listDenied(
                                ListDeniedRequest.newBuilder().setLimit(1001).build()));
    }

    @Test
    void aVideoThatIsHiddenHasNoSwarmAnyMore() throws Exception {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SIZE);
        TrackedHash hash = TrackedHash.of(seed(video, packaged).getInfohashV1().toByteArray());
        Eventually.holds("it is known", () -> announce(hash).contains("incompletei1e"));
        service.tell(video, 2, Privacy.PRIVACY_PRIVATE, packaged);
        Eventually.holds("it is not", () -> announce(hash).contains("unknown info-hash"));
    }

    @Test
    void browsersOfferStreamsAsTheirPlayerNamesThem() throws Exception {
        UUID video = Ids.newId();
        service.origin()
                .put(
                        new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/master.m3u8"),
                        PLAYLIST.getBytes(StandardCharsets.UTF_8),
                        "application/vnd.apple.mpegurl");
        seed(
                video,
                service.store(video, 1, SIZE).toBuilder()
                        .setMultivariantPlaylist("master.m3u8")
                        .build());
        TrackedHash hash = PlayerStreams.hashes(PlayerStreams.swarm(video.toString(), 1), PLAYLIST)
                .getFirst();
        Eventually.holds("it is known", () -> announce(hash).contains("incompletei1e"));

        Browser.exchange(hash, port, port);
        // The one by HTTP stays.
        Eventually.holds("both are gone", () -> announce(hash).contains("incompletei1e"));
    }

    private Torrent seed(UUID video, PackagedVideo packaged) {
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        return service.await(video, SeedingEvent::hasStarted)
                .getStarted()
                .getTorrents()
                .getTorrents(0);
    }

    /** Which trackers answered while one peer got the file from another. */
    private List<String> exchange(UUID video, TorrentForm form, String tracker) throws Exception {
        Path here = Files.createTempDirectory(folder, "swarm");
        Path seeds = Files.createDirectory(here.resolve("seeds"));
        Path leeches = Files.createDirectory(here.resolve("leeches"));
        var torrent = stub().getTorrent(GetTorrentRequest.newBuilder()
                .setVideoId(video.toString())
                .setRendition(SIZE + "p")
                .setForm(form)
                .addTrackers(tracker)
                .build());
        String file = torrent.getTorrent().getFile();
        Files.write(here.resolve("film.torrent"), torrent.getContent().toByteArray());
        Files.write(seeds.resolve(file), RunningService.contents(1, SIZE));
        JsonNode seen = JsonMapper.shared()
                .readTree(ToolProcess.run(List.of(
                        PYTHON,
                        SCRIPT.toString(),
                        here.resolve("film.torrent").toString(),
                        seeds.toString(),
                        leeches.toString())));
        assertThat(leeches.resolve(file)).hasBinaryContent(RunningService.contents(1, SIZE));
        return seen.get("answered").valueStream().map(JsonNode::asString).toList();
    }

    private String announce(TrackedHash hash) {
        return HttpPeer.announce(port, hash, 1009, "");
    }

    private static void refused(Status.Code code, Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(code));
    }

    private SwarmServiceBlockingStub stub(String... roles) {
        return SwarmStubs.of(service, roles);
    }
}
