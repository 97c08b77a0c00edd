package dev.vireo.seeder.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrackerTest {
    private final TestTracker known = new TestTracker(Map.of("interval.announces-per-second", "1"));
    private final Tracker tracker = known.tracker();

    @Test
    void knowsItsOwnHashesOnly() {
        TrackedHash hash = known.allow(1);
        assertThat(announce(hash, 1)).isInstanceOf(AnnounceOutcome.Announced.class);
        assertThat(announce(KnownHashes.hash(2), 1)).isEqualTo(refused(Refusal.UNKNOWN));
        known.deny(1);
        assertThat(announce(hash, 1)).isEqualTo(refused(Refusal.DENIED));
        assertThat(tracker.counts(hash)).isEqualTo(SwarmCounts.NONE);
        assertThat(tracker.counts()).isEqualTo(new SwarmCounts(0, 0, 0, 1));
    }

    @Test
    void learnsOfNobodyWhomOthersCannotReach() {
        Tracker strict = new TestTracker(Map.of("private-addresses", "false")).tracker();
        for (String address : new String[] {"127.0.0.1", "10.1.2.3", "192.168.0.1", "::1", "fe80::1", "fd00::1"}) {
            assertThat(strict.announce(TrackerDoor.UDP, of(KnownHashes.hash(1), address, 1))
                            .join())
                    .isEqualTo(refused(Refusal.PRIVATE_ADDRESS));
        }
        assertThat(strict.announce(TrackerDoor.UDP, of(KnownHashes.hash(1), "93.184.216.34", 0))
                        .join())
                .isEqualTo(refused(Refusal.NO_PORT));
        assertThat(strict.announce(TrackerDoor.UDP, of(KnownHashes.hash(1), "93.184.216.34", 1))
                        .join())
                .isEqualTo(refused(Refusal.UNKNOWN));
    }

    @Test
    void isBusyRatherThanBeyondItsBounds() {
        TestTracker small = new TestTracker(Map.of("swarms.swarms", "1"));
        assertThat(small.tracker()
                        .announce(TrackerDoor.HTTP, of(small.allow(1), "192.0.2.1", 1))
                        .join())
                .isInstanceOf(AnnounceOutcome.Announced.class);
        assertThat(small.tracker()
                        .announce(TrackerDoor.HTTP, of(small.allow(2), "192.0.2.1", 1))
                        .join())
                .isEqualTo(refused(Refusal.BUSY));
    }

    @Test
    void letsPeersComeTheRarerTheMoreThereAre() {
        TrackedHash hash = known.allow(1);
        assertThat(tracker.interval()).isEqualTo(Duration.ofMinutes(2));
        for (int peer = 0; peer < 200; peer++) {
            announce(hash, peer);
        }
        assertThat(tracker.interval()).isEqualTo(Duration.ofSeconds(200));
        for (int peer = 200; peer < 2000; peer++) {
            announce(hash, peer);
        }
        assertThat(tracker.interval()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void tenThousandAnnouncesOfOneAddressAreTooMany() {
        AddressPrefix busy = new AddressPrefix(1);
        int allowed = 0;
        for (int step = 0; step < 10_000; step++) {
            allowed += tracker.allows(busy) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(400);
        assertThat(tracker.allows(new AddressPrefix(2))).isTrue();
        known.clock().move(Duration.ofSeconds(1));
        for (int step = 0; step < 100; step++) {
            allowed += tracker.allows(busy) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(420);
    }

    @Test
    void forgetsAddressesRatherThanGrow() {
        AddressRates rates = new AddressRates(
                TestTracker.properties(Map.of("rate.addresses", "100")).rate(), known.clock());
        for (int address = 0; address < 10_000; address++) {
            rates.allows(new AddressPrefix(address));
        }
        assertThat(rates.addresses()).isLessThanOrEqualTo(100);
    }

    @Test
    void countsWhatComesByWhichDoor() {
        announce(known.allow(1), 1);
        announce(KnownHashes.hash(2), 1);
        tracker.refused(TrackerDoor.UDP, Refusal.TOO_OFTEN);
        assertThat(count("http", "announced")).isEqualTo(1);
        assertThat(count("http", "unknown")).isEqualTo(1);
        assertThat(count("udp", "too_often")).isEqualTo(1);
        assertThat(known.meters().get("vireo.tracker.peers").gauge().value()).isEqualTo(1);
    }

    @Test
    void givesNoMorePeersThanItHolds() {
        assertThat(tracker.wanted(-1)).isEqualTo(50);
        assertThat(tracker.wanted(Integer.MIN_VALUE)).isEqualTo(50);
        assertThat(tracker.wanted(0)).isZero();
        assertThat(tracker.wanted(Integer.MAX_VALUE)).isEqualTo(50);
    }

    @Test
    void tellsOtherReplicasOfAPeerWheneverItComesInTime() {
        TrackedHash hash = known.allow(1);
        for (int again = 0; again < 5; again++) {
            announce(hash, 1);
        }
        assertThat(known.replicas().seen).hasSize(1);
        known.clock().move(Duration.ofMinutes(1));
        announce(hash, 1);
        assertThat(known.replicas().seen).hasSize(1);
        known.clock().move(Duration.ofMinutes(1));
        announce(hash, 1);
        assertThat(known.replicas().seen).hasSize(2);
        assertThat(announce(KnownHashes.hash(2), 1)).isEqualTo(refused(Refusal.UNKNOWN));
        assertThat(known.replicas().seen).hasSize(2);
    }

    @Test
    void tellsOtherReplicasAtOnceWhatChanged() {
        TrackedHash hash = known.allow(1);
        announce(hash, AnnounceEvent.STARTED, false);
        announce(hash, AnnounceEvent.COMPLETED, true);
        assertThat(known.replicas().seen).extracting(TrackerAnnounce::complete).containsExactly(false, true);
        announce(hash, AnnounceEvent.STOPPED, true);
        announce(hash, AnnounceEvent.STOPPED, true);
        assertThat(known.replicas().gone).containsExactly(new PeerId(0, 0, 1));
    }

    @Test
    void tellsAndCountsWhatAnotherReplicaLetInWithoutTellingItAgain() {
        TrackedHash hash = known.allow(1);
        tracker.heard(of(hash, "192.0.2.9", 9), Duration.ofMinutes(5));
        assertThat(known.replicas().seen).isEmpty();
        assertThat(announce(hash, 1))
                .isInstanceOfSatisfying(
                        AnnounceOutcome.Announced.class,
                        announced -> assertThat(announced.peers())
                                .extracting(FoundPeer::id)
                                .containsExactly(new PeerId(0, 0, 9)));
        known.deny(1);
        tracker.heard(of(hash, "192.0.2.9", 9), Duration.ofMinutes(5));
        assertThat(announce(hash, 1)).isEqualTo(refused(Refusal.DENIED));
    }

    private void announce(TrackedHash hash, AnnounceEvent event, boolean complete) {
        TrackerAnnounce started = of(hash, "192.0.2.1", 1);
        var unused = tracker.announce(
                        TrackerDoor.HTTP,
                        new TrackerAnnounce(
                                hash,
                                started.peer(),
                                started.endpoint(),
                                started.source(),
                                0,
                                complete,
                                event,
                                started.wanted()))
                .join();
    }

    private double count(String door, String outcome) {
        return known.meters()
                .get("vireo.tracker.announces")
                .tags("door", door, "outcome", outcome)
                .counter()
                .count();
    }

    private AnnounceOutcome announce(TrackedHash hash, int peer) {
        return tracker.announce(TrackerDoor.HTTP, of(hash, "192.0." + peer / 250 + "." + peer % 250, peer + 1))
                .join();
    }

    private static AnnounceOutcome refused(Refusal refusal) {
        return new AnnounceOutcome.Refused(refusal);
    }

    private static TrackerAnnounce of(TrackedHash hash, String text, int port) {
        InetAddress address = InetAddress.ofLiteral(text);
        return new TrackerAnnounce(
                hash,
                new PeerId(0, 0, port),
                PeerEndpoint.Address.of(address, port),
                AddressPrefix.of(address),
                0,
                false,
                AnnounceEvent.STARTED,
                50);
    }
}
