package dev.vireo.seeder.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.TestClock;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SwarmStoreTest {
    private static final Duration STAY = Duration.ofMinutes(5);
    private static final TrackedHash HASH = KnownHashes.hash(1);

    private final TestClock clock = new TestClock();
    private final SwarmStore store = store(Map.of());

    @Test
    void tellsPeersOfOneAnotherButNotOfThemselves() {
        assertThat(announce(1, AnnounceEvent.STARTED, 50).peers()).isEmpty();
        assertThat(announce(2, AnnounceEvent.STARTED, 50).peers())
                .extracting(FoundPeer::id)
                .containsExactly(id(1));
        assertThat(announce(1, AnnounceEvent.NONE, 50).peers())
                .extracting(FoundPeer::id)
                .containsExactly(id(2));
        assertThat(announce(3, AnnounceEvent.NONE, 0).peers()).isEmpty();
        assertThat(store.counts(HASH)).isEqualTo(new SwarmCounts(0, 3, 0, 4));
    }

    @Test
    void countsWhoBecomesCompleteOnce() {
        announce(1, AnnounceEvent.STARTED, 0);
        store.announce(peer(1, AnnounceEvent.COMPLETED, 0, true), STAY);
        store.announce(peer(1, AnnounceEvent.COMPLETED, 0, true), STAY);
        store.announce(peer(2, AnnounceEvent.COMPLETED, 0, true), STAY);
        assertThat(store.counts(HASH)).isEqualTo(new SwarmCounts(2, 0, 1, 4));
        assertThat(store.census().seeds()).isEqualTo(2);
        announce(2, AnnounceEvent.STOPPED, 0);
        assertThat(store.counts(HASH).complete()).isEqualTo(1);
    }

    @Test
    void letsSilentPeersGoAndSwarmsWithThem() {
        announce(1, AnnounceEvent.STARTED, 0);
        clock.move(Duration.ofMinutes(4));
        announce(2, AnnounceEvent.STARTED, 0);
        clock.move(Duration.ofMinutes(1));
        assertThat(announce(3, AnnounceEvent.STARTED, 50).peers())
                .extracting(FoundPeer::id)
                .containsExactly(id(2));
        clock.move(STAY);
        store.sweep();
        assertThat(store.swarms()).isZero();
        assertThat(store.census().peers()).isZero();
        assertThat(store.census().sources()).isZero();
        assertThat(announce(4, AnnounceEvent.STARTED, 50).peers()).isEmpty();
        assertThat(store.swarms()).isEqualTo(1);
    }

    @Test
    void choosesAtRandomAndNobodyTwice() {
        for (int peer = 0; peer < 500; peer++) {
            announce(peer, AnnounceEvent.STARTED, 0);
        }
        Set<PeerId> seen = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            List<PeerId> found = announce(0, AnnounceEvent.NONE, 30).peers().stream()
                    .map(FoundPeer::id)
                    .toList();
            assertThat(found).hasSize(30).doesNotHaveDuplicates().doesNotContain(id(0));
            seen.addAll(found);
        }
        assertThat(seen).hasSizeGreaterThan(480);
        assertThat(announce(0, AnnounceEvent.NONE, 1000).peers()).hasSize(499);
    }

    @Test
    void keepsFamiliesApartUnlessThereIsRoom() {
        for (int peer = 0; peer < 3; peer++) {
            announce(peer, AnnounceEvent.STARTED, 0);
            store.announce(at(peer + 10, "2001:db8::" + peer), STAY);
            store.announce(web(peer + 20), STAY);
        }
        assertThat(announce(0, AnnounceEvent.NONE, 2).peers())
                .extracting(peer -> peer.endpoint().family())
                .containsOnly(PeerFamily.IPV4);
        assertThat(announce(0, AnnounceEvent.NONE, 50).peers())
                .extracting(peer -> peer.endpoint().family())
                .containsExactly(PeerFamily.IPV4, PeerFamily.IPV4, PeerFamily.IPV6, PeerFamily.IPV6, PeerFamily.IPV6);
        assertThat(store.announce(web(20), STAY).orElseThrow().peers())
                .extracting(peer -> peer.endpoint().family())
                .containsExactly(PeerFamily.WEB, PeerFamily.WEB);
        assertThat(store.counts(HASH).incomplete()).isEqualTo(9);
    }

    @Test
    void nobodySpeaksForAPeerWithoutItsKey() {
        store.announce(keyed(1, "192.0.2.1", 7), STAY);
        store.announce(keyed(1, "192.0.2.2", 8), STAY);
        store.announce(keyed(1, "192.0.2.2", 0), STAY);
        assertThat(address()).isEqualTo("192.0.2.1");
        TrackerAnnounce foreign = keyed(1, "192.0.2.2", 8);
        store.announce(
                new TrackerAnnounce(
                        HASH, id(1), foreign.endpoint(), foreign.source(), 8, false, AnnounceEvent.STOPPED, 0),
                STAY);
        assertThat(store.counts(HASH).incomplete()).isEqualTo(1);
        store.announce(keyed(1, "192.0.2.3", 7), STAY);
        assertThat(address()).isEqualTo("192.0.2.3");
        assertThat(store.census().sources()).isEqualTo(1);
    }

    @Test
    void aBrowserThatCameBackOutlivesItsOldSocket() {
        PeerSocket first = new SilentSocket();
        PeerSocket second = new SilentSocket();
        store.announce(web(1, first), STAY);
        store.announce(web(1, second), STAY);
        store.leave(HASH, id(1), first);
        assertThat(store.socket(HASH, id(1))).containsSame(second);
        store.leave(HASH, id(1), second);
        assertThat(store.socket(HASH, id(1))).isEmpty();
        store.leave(KnownHashes.hash(9), id(1), second);
    }

    @Test
    void keepsItsBounds() {
        SwarmStore small = store(Map.of(
                "swarms.swarms",
                "2",
                "swarms.peers",
                "6",
                "swarms.peers-of-swarm",
                "3",
                "swarms.peers-of-address",
                "2"));
        for (int peer = 0; peer < 9; peer++) {
            assertThat(small.announce(at(peer, "192.0.2." + peer), STAY)).isPresent();
        }
        assertThat(small.counts(HASH).incomplete()).isEqualTo(3);
        for (int peer = 0; peer < 9; peer++) {
            small.announce(of(KnownHashes.hash(2), peer, "192.0.2.77"), STAY);
        }
        assertThat(small.counts(KnownHashes.hash(2)).incomplete()).isEqualTo(2);
        for (int peer = 0; peer < 9; peer++) {
            small.announce(of(KnownHashes.hash(2), peer, "192.0.2." + (80 + peer)), STAY);
        }
        assertThat(small.census().peers()).isEqualTo(6);
        assertThat(small.announce(of(KnownHashes.hash(3), 1, "192.0.2.9"), STAY))
                .isEmpty();
        small.giveUp(HASH);
        assertThat(small.census().peers()).isEqualTo(3);
        assertThat(small.announce(of(KnownHashes.hash(3), 1, "192.0.2.9"), STAY))
                .isPresent();
    }

    @Test
    void countsAHouseholdAsOneAddress() {
        assertThat(AddressPrefix.of(InetAddress.ofLiteral("2001:db8:0:1::1")))
                .isEqualTo(AddressPrefix.of(InetAddress.ofLiteral("2001:db8:0:1:ffff::2")))
                .isNotEqualTo(AddressPrefix.of(InetAddress.ofLiteral("2001:db8:0:2::1")));
        assertThat(AddressPrefix.of(InetAddress.ofLiteral("192.0.2.1")))
                .isNotEqualTo(AddressPrefix.of(InetAddress.ofLiteral("192.0.2.2")));
    }

    @Test
    void countsRightWhateverManyDoAtOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            Random random = new Random(number);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int step = 0; step < 20_000; step++) {
                    act(random);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int counted = IntStream.range(0, 4)
                .map(number -> {
                    SwarmCounts counts = store.counts(KnownHashes.hash(number));
                    return counts.complete() + counts.incomplete();
                })
                .sum();
        assertThat(store.census().peers()).isEqualTo(counted);
        clock.move(STAY);
        store.sweep();
        assertThat(store.swarms()).isZero();
        assertThat(store.census().peers()).isZero();
        assertThat(store.census().seeds()).isZero();
        assertThat(store.census().sources()).isZero();
    }

    private void act(Random random) {
        TrackedHash hash = KnownHashes.hash(random.nextInt(4));
        if (random.nextInt(100) == 0) {
            store.sweep();
        } else if (random.nextInt(200) == 0) {
            store.giveUp(hash);
        } else {
            TrackerAnnounce plain = of(hash, random.nextInt(100), "192.0.2." + random.nextInt(5));
            AnnounceEvent event = List.of(AnnounceEvent.values()).get(random.nextInt(4));
            store.announce(
                    new TrackerAnnounce(
                            hash, plain.peer(), plain.endpoint(), plain.source(), 5, random.nextBoolean(), event, 20),
                    STAY);
        }
    }

    private String address() {
        PeerEndpoint found =
                announce(2, AnnounceEvent.NONE, 50).peers().getFirst().endpoint();
        announce(2, AnnounceEvent.STOPPED, 0);
        return ((PeerEndpoint.Address) found).address().getHostAddress();
    }

    private Swarm.Found announce(int peer, AnnounceEvent event, int wanted) {
        return store.announce(peer(peer, event, wanted, false), STAY).orElseThrow();
    }

    private static TrackerAnnounce peer(int peer, AnnounceEvent event, int wanted, boolean complete) {
        TrackerAnnounce plain = at(peer, "192.0.2." + peer % 250);
        return new TrackerAnnounce(HASH, plain.peer(), plain.endpoint(), plain.source(), 0, complete, event, wanted);
    }

    private static TrackerAnnounce at(int peer, String address) {
        return of(HASH, peer, address);
    }

    private static TrackerAnnounce keyed(int peer, String address, int key) {
        TrackerAnnounce plain = at(peer, address);
        return new TrackerAnnounce(
                HASH, plain.peer(), plain.endpoint(), plain.source(), key, false, AnnounceEvent.NONE, 0);
    }

    private static TrackerAnnounce web(int peer) {
        return web(peer, new SilentSocket());
    }

    private static TrackerAnnounce web(int peer, PeerSocket socket) {
        return new TrackerAnnounce(
                HASH,
                id(peer),
                new PeerEndpoint.Socket(socket),
                new AddressPrefix(1),
                0,
                false,
                AnnounceEvent.NONE,
                50);
    }

    private static TrackerAnnounce of(TrackedHash hash, int peer, String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        return new TrackerAnnounce(
                hash,
                id(peer),
                PeerEndpoint.Address.of(address, 1000 + peer),
                AddressPrefix.of(address),
                0,
                false,
                AnnounceEvent.STARTED,
                50);
    }

    private static PeerId id(int number) {
        return new PeerId(0x2d56_4930_3030_302dL, 0, number);
    }

    private SwarmStore store(Map<String, String> settings) {
        return new SwarmStore(TestTracker.properties(settings).swarms(), clock);
    }
}
