package dev.vireo.seeder.swarmdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.swarm.v1.AllowInfohashRequest;
import dev.vireo.contracts.swarm.v1.DenyInfohashRequest;
import dev.vireo.contracts.swarm.v1.GetSwarmStatusRequest;
import dev.vireo.contracts.swarm.v1.SeedingPolicy;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc;
import dev.vireo.contracts.swarm.v1.SetSeedingPolicyRequest;
import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.SwarmStubs;
import dev.vireo.seeder.swarm.SwarmProperties;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessage.Signal;
import dev.vireo.seeder.wire.PieceBlock;
import dev.vireo.testkit.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever peers do, the others are served, and memory and connections stay bounded. */
final class HostilePeersIT {
    private static final int SIZE = 3_000_000;
    private static final int BLOCK = 16 * 1024;
    /** Above what one address may have. */
    private static final int MANY = 60;

    private static final int FLOOD = 10_000;

    private final RunningService service = RunningService.get();
    private final int port = service.bean(SwarmServer.class).port();
    private final UUID video = Ids.newId();
    private final PackagedVideo packaged = service.store(video, 1, SIZE);
    private final Torrent torrent = seed();
    private final byte[] hash = torrent.getInfohashV1().toByteArray();

    @Test
    void nonsenseIsHungUpOn() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            try (RawPeer peer = new RawPeer(port)) {
                byte[] bytes = new byte[2000 + random.nextInt(2000)];
                random.nextBytes(bytes);
                boolean shaken = round % 2 == 0 && peer.shake(hash).isPresent();
                if (shaken) {
                    // A length that is too large, or a message that is none.
                    bytes = round % 4 == 0 ? new byte[] {0x7f, -1, -1, -1, 6} : new byte[] {0, 0, 0, 3, 6, 1, 1};
                }
                peer.write(ByteBuffer.wrap(bytes));
                assertThat(peer.isHungUpOn()).isTrue();
            }
        }
        assertServes();
    }

    @Test
    void whatIsNotSeededIsNotGiven() {
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(new byte[20])).isEmpty();
        }
        assertServes();
        service.tell(video, 2, Privacy.PRIVACY_PRIVATE, packaged);
        Eventually.holds("it is not given any more", () -> {
            try (RawPeer peer = new RawPeer(port)) {
                return peer.shake(hash).isEmpty();
            }
        });
    }

    @Test
    void whoIsConnectedIsLetGoWhenTheHashIsDenied() {
        var operator = SwarmStubs.of(service, "operator");
        // Of a hybrid torrent one hash stands for both.
        ByteString other = torrent.getInfohashV2();
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(hash)).isPresent();
            Eventually.holds(
                    "it is seen",
                    () -> operator.getSwarmStatus(GetSwarmStatusRequest.newBuilder()
                                            .setVideoId(video.toString())
                                            .build())
                                    .getConnections()
                            == 1);
            operator.denyInfohash(
                    DenyInfohashRequest.newBuilder().setInfohash(other).build());
            assertThat(peer.isHungUpOn()).isTrue();
        }
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(hash)).isEmpty();
        }
        operator.allowInfohash(
                AllowInfohashRequest.newBuilder().setInfohash(other).build());
        assertServes();
    }

    @Test
    void anInstanceMayBeSeededInOtherWaysOnly() {
        var policies = SwarmStubs.policies(service, "operator");
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(hash)).isPresent();
            set(policies, true, false);
            assertThat(peer.isHungUpOn()).isTrue();
            try (RawPeer second = new RawPeer(port)) {
                assertThat(second.shake(hash)).isEmpty();
            }
            assertThat(SwarmStubs.torrent(service, torrent, TorrentForm.TORRENT_FORM_V1))
                    .isNotEmpty();
            set(policies, false, true);
            assertThatThrownBy(() -> SwarmStubs.torrent(service, torrent, TorrentForm.TORRENT_FORM_V1))
                    .hasMessageContaining("NOT_FOUND");
        } finally {
            set(policies, true, true);
        }
        assertServes();
    }

    @Test
    void aPeerThatAsksForEverythingAndReadsNothingHoldsAFewBlocks() {
        MeterRegistry meters = service.bean(MeterRegistry.class);
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(hash)).isPresent();
            peer.send(Signal.INTERESTED);
            assertThat(peer.awaits(Signal.UNCHOKE)).isTrue();
            double before = meters.counter("vireo.swarm.seeded").count();
            for (int round = 0; round < 3; round++) {
                for (int piece = 0; piece < SIZE / BLOCK; piece++) {
                    peer.send(new PeerMessage.Request(new PieceBlock(piece, 0, BLOCK)));
                }
            }
            assertServes();
            // What the kernel takes from both sides, and our own queue.
            assertThat(meters.counter("vireo.swarm.seeded").count() - before).isLessThan(3.0 * SIZE);
        }
        assertServes();
    }

    @Test
    void halfOpenConnectionsOfOneAddressAreBounded() {
        List<RawPeer> peers = new ArrayList<>();
        try {
            for (int number = 0; number < MANY; number++) {
                peers.add(new RawPeer(port));
            }
            assertThat(peers.getLast().isHungUpOn()).isTrue();
            assertThat(service.bean(MeterRegistry.class)
                            .get("vireo.swarm.connections")
                            .gauge()
                            .value())
                    .isLessThanOrEqualTo(40);
        } finally {
            peers.forEach(RawPeer::close);
        }
        Eventually.holds("there is room again", () -> {
            try (RawPeer peer = new RawPeer(port)) {
                return peer.shake(hash).isPresent();
            }
        });
    }

    @Test
    void tenThousandHalfOpenConnectionsAreBoundedAndGiveWay() throws IOException {
        List<SocketChannel> peers = new ArrayList<>();
        try {
            for (int number = 0; number < FLOOD; number++) {
                SocketChannel peer = SocketChannel.open();
                peers.add(peer);
                // Of 500 addresses.
                peer.bind(new InetSocketAddress("127.0." + (1 + number % 500 / 250) + "." + (1 + number % 250), 0));
                peer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
            assertThat(service.bean(MeterRegistry.class)
                            .get("vireo.swarm.connections")
                            .gauge()
                            .value())
                    .isLessThanOrEqualTo(
                            service.bean(SwarmProperties.class).connections().most());
            // Whoever does not say who it is in time loses its place, while all the sockets stay open over there.
            Eventually.holds("there is room again", () -> {
                try (RawPeer peer = new RawPeer(port)) {
                    return peer.shake(hash).isPresent();
                }
            });
            assertServes();
        } finally {
            for (SocketChannel peer : peers) {
                peer.close();
            }
        }
    }

    private static void set(
            SeedingPolicyServiceGrpc.SeedingPolicyServiceBlockingStub policies, boolean torrents, boolean peerWire) {
        policies.setSeedingPolicy(SetSeedingPolicyRequest.newBuilder()
                .setPolicy(SeedingPolicy.newBuilder()
                        .setInstanceId(RunningService.INSTANCE)
                        .setTorrents(torrents)
                        .setBrowsers(true)
                        .setPeerWire(peerWire))
                .build());
    }

    /** A peer that behaves gets a block. */
    private void assertServes() {
        try (RawPeer peer = new RawPeer(port)) {
            assertThat(peer.shake(hash)).isPresent();
            peer.send(Signal.INTERESTED);
            assertThat(peer.awaits(Signal.UNCHOKE)).isTrue();
            peer.send(new PeerMessage.Request(new PieceBlock(1, 0, BLOCK)));
            assertThat(peer.awaits(new PeerMessage.Other(7))).isTrue();
        }
    }

    private Torrent seed() {
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        return service.await(video, SeedingEvent::hasStarted)
                .getStarted()
                .getTorrents()
                .getTorrents(0);
    }
}
