package dev.vireo.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.SeedingEvent.EventCase;
import dev.vireo.contracts.seeding.v1.StopReason;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.swarm.v1.GetSeedingRequest;
import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.contracts.swarm.v1.SeedingState;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.torrent.Framing;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.testkit.Eventually;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which videos are seeded, and what is told of them. */
final class SeedingIT {
    private static final int SMALL = 30_000;
    private static final int LARGE = 1_000_003;
    private static final Metadata.Key<String> INSTANCE =
            Metadata.Key.of("vireo-instance", Metadata.ASCII_STRING_MARSHALLER);

    private final RunningService service = RunningService.get();
    private final SwarmServiceGrpc.SwarmServiceBlockingStub swarm = stub(RunningService.INSTANCE);

    @Test
    void everyFileOfAPublishedVideoBecomesTorrents() {
        UUID video = Ids.newId();
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, LARGE, SMALL));
        SeedingEvent started = service.await(video, SeedingEvent::hasStarted);

        assertThat(service.of(video))
                .extracting(SeedingEvent::getEventCase)
                .containsExactly(EventCase.CREATED, EventCase.CREATED, EventCase.STARTED);
        assertThat(service.of(video)).extracting(SeedingEvent::getRevision).containsExactly(1L, 2L, 3L);
        var torrents = started.getStarted().getTorrents();
        assertThat(torrents.getVersion()).isEqualTo(1);
        assertThat(torrents.getTorrentsList()).extracting(Torrent::getHeight).containsExactly(LARGE, SMALL);

        var asked = swarm.getSeeding(
                GetSeedingRequest.newBuilder().setVideoId(video.toString()).build());
        assertThat(asked.getState()).isEqualTo(SeedingState.SEEDING_STATE_SEEDING);
        assertThat(asked.getTorrents()).isEqualTo(torrents);
        assertThat(asked.getMagnetsList()).hasSize(2).allMatch(magnet -> magnet.startsWith("magnet:?xt=urn:btih:"));
        Torrent large = torrents.getTorrents(0);
        Metainfo stored = Metainfo.parse(torrent(video, large.getRendition(), TorrentForm.TORRENT_FORM_HYBRID));
        assertThat(stored.infohashV2().bytes()).isEqualTo(large.getInfohashV2().toByteArray());
        assertThat(stored.infohashV1().bytes()).isEqualTo(large.getInfohashV1().toByteArray());
        assertThat(stored.infohashV1Only().bytes())
                .isEqualTo(large.getInfohashV1Only().toByteArray());
        assertThat(stored.size()).isEqualTo(LARGE);
        assertThat(torrent(video, large.getRendition(), TorrentForm.TORRENT_FORM_V1))
                .isEqualTo(stored.bytes(
                        dev.vireo.seeder.torrent.TorrentForm.V1,
                        new Framing(List.of("https://a.example/announce"), List.of(), "", "Vireo")));
    }

    @Test
    void manyVideosAtOnceAreSeededAFewFilesAtATime() {
        JdbcClient database = service.bean(JdbcClient.class);
        List<UUID> videos = Stream.generate(Ids::newId).limit(40).toList();
        videos.forEach(
                video -> service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, SMALL, SMALL + 1)));
        // Two listeners may fill the window at the same time.
        Eventually.holds("all are seeded", () -> {
            assertThat(database.sql("select count(*) from seed_file where state = 'QUEUED'")
                            .query(Integer.class)
                            .single())
                    .isLessThan(10);
            return videos.stream().allMatch(video -> service.of(video).stream().anyMatch(SeedingEvent::hasStarted));
        });
    }

    @Test
    void whatIsNotForEverybodyIsNotSeeded() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SMALL);
        service.tell(video, 1, Privacy.PRIVACY_PRIVATE, packaged);
        service.tell(video, 2, Privacy.PRIVACY_INTERNAL, packaged);
        service.tell(video, 3, Privacy.PRIVACY_UNLISTED, packaged);
        service.await(video, SeedingEvent::hasStarted);
        service.tell(video, 4, Privacy.PRIVACY_INTERNAL, packaged);
        SeedingEvent stopped = service.await(video, SeedingEvent::hasStopped);
        assertThat(stopped.getStopped().getReason()).isEqualTo(StopReason.STOP_REASON_NOT_PUBLIC);
        assertThat(stopped.getStopped().getTorrents().getTorrentsList()).hasSize(1);
        notFound(() -> torrent(video, SMALL + "p", TorrentForm.TORRENT_FORM_HYBRID));

        service.tell(video, 5, Privacy.PRIVACY_PUBLIC, packaged);
        service.await(video, event -> event.hasStarted() && event.getRevision() > stopped.getRevision());
        assertThat(service.of(video))
                .extracting(SeedingEvent::getEventCase)
                .containsExactly(EventCase.CREATED, EventCase.STARTED, EventCase.STOPPED, EventCase.STARTED);
    }

    @Test
    void anOlderSnapshotNeverWins() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, SMALL);
        service.tell(video, 5, Privacy.PRIVACY_PRIVATE, packaged);
        service.tell(video, 4, Privacy.PRIVACY_PUBLIC, packaged);
        service.tell(video, 6, Privacy.PRIVACY_PUBLIC, packaged);
        service.await(video, SeedingEvent::hasStarted);
        service.tell(video, 6, Privacy.PRIVACY_PRIVATE, packaged);
        service.tell(video, 3, Privacy.PRIVACY_PRIVATE, packaged);
        service.deleted(video, 7);
        service.tell(video, 8, Privacy.PRIVACY_PUBLIC, packaged);
        SeedingEvent stopped = service.await(video, SeedingEvent::hasStopped);
        assertThat(stopped.getStopped().getReason()).isEqualTo(StopReason.STOP_REASON_DELETED);
        notFound(() -> torrent(video, SMALL + "p", TorrentForm.TORRENT_FORM_HYBRID));
        ObjectKey folder = new ObjectKey(RunningService.INSTANCE + "/" + video + "/1/torrent");
        Eventually.holds(
                "its torrents are gone",
                () -> service.origin().list(folder.value() + "/", 1).isEmpty());
        assertThat(service.of(video))
                .extracting(SeedingEvent::getEventCase)
                .containsExactly(EventCase.CREATED, EventCase.STARTED, EventCase.STOPPED);
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOlder() {
        UUID video = Ids.newId();
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, SMALL));
        SeedingEvent first = service.await(video, SeedingEvent::hasStarted);
        service.tell(video, 2, Privacy.PRIVACY_PUBLIC, service.store(video, 2, SMALL));
        SeedingEvent second =
                service.await(video, event -> event.getStarted().getTorrents().getVersion() == 2);
        assertThat(service.await(video, SeedingEvent::hasStopped).getStopped().getReason())
                .isEqualTo(StopReason.STOP_REASON_REPLACED);
        assertThat(second.getStarted().getTorrents().getTorrents(0).getInfohashV2())
                .isNotEqualTo(first.getStarted().getTorrents().getTorrents(0).getInfohashV2());
    }

    @Test
    void nobodyAsksFromAnotherInstanceOrForNonsense() {
        UUID video = Ids.newId();
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, service.store(video, 1, SMALL));
        service.await(video, SeedingEvent::hasStarted);
        var request =
                GetSeedingRequest.newBuilder().setVideoId(video.toString()).build();
        notFound(() -> stub("second").getSeeding(request));
        notFound(() -> torrent(video, "1p", TorrentForm.TORRENT_FORM_HYBRID));
        notFound(() -> torrent(Ids.newId(), SMALL + "p", TorrentForm.TORRENT_FORM_HYBRID));
        assertThatThrownBy(() -> swarm.getSeeding(
                        GetSeedingRequest.newBuilder().setVideoId("nonsense").build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    private byte[] torrent(UUID video, String rendition, TorrentForm form) {
        return swarm.getTorrent(GetTorrentRequest.newBuilder()
                        .setVideoId(video.toString())
                        .setRendition(rendition)
                        .setForm(form)
                        .addTrackers("https://a.example/announce")
                        .build())
                .getContent()
                .toByteArray();
    }

    private static void notFound(Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private SwarmServiceGrpc.SwarmServiceBlockingStub stub(String instance) {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", service.bean(GrpcServer.class).port())
                .usePlaintext()
                .build();
        Metadata headers = new Metadata();
        headers.put(INSTANCE, instance);
        return SwarmServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
