package dev.vireo.seeder.trackerbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.swarm.v1.SwarmPeerEvent;
import dev.vireo.contracts.swarm.v1.SwarmPeerLeft;
import dev.vireo.contracts.swarm.v1.SwarmPeerSeen;
import dev.vireo.contracts.swarm.v1.SwarmPeerSignal;
import dev.vireo.kit.event.LossyEvents;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.PeerSocket;
import dev.vireo.seeder.tracker.SessionDescription;
import dev.vireo.seeder.tracker.TestTracker;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import dev.vireo.seeder.tracker.TrackerDoor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class SwarmPeerListenerTest {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final ByteString HERE = ByteString.copyFrom(new byte[] {(byte) 192, 0, 2, 1});

    private final TestTracker known = new TestTracker(Map.of());
    private final TrackedHash hash = known.allow(1);
    private final SwarmPeerEvents events = new SwarmPeerEvents(
            "mine",
            new LossyEvents(
                    "127.0.0.1:1", "test", 10, known.clock(), Tracer.NOOP, Propagator.NOOP, new SimpleMeterRegistry()),
            known.clock());
    private final SwarmPeerListener listener = new SwarmPeerListener(known.tracker(), events, LONGEST, known.clock());
    private final List<String> told = new ArrayList<>();

    @Test
    void peersOfOthersAreInTheSwarmUntilTheirTimeIsOver() {
        hear(seen("other", 1, HERE, Duration.ofMinutes(5)));
        assertThat(peers()).isEqualTo(1);
        hear(seen("mine", 2, HERE, Duration.ofMinutes(5)));
        hear(seen("other", 3, HERE, Duration.ofMinutes(-1)));
        assertThat(peers()).isEqualTo(1);
        hear(left("other", 1, HERE));
        assertThat(peers()).isZero();
    }

    @Test
    void whatIsAbsurdIsPassedOver() {
        hear(seen("other", 1, ByteString.copyFrom(new byte[5]), Duration.ofMinutes(5)));
        hear(seen("other", 1, HERE, Duration.ofMinutes(5)).setInfohash(ByteString.copyFrom(new byte[3])));
        SwarmPeerEvent.Builder endless = seen("other", 1, HERE, Duration.ofMinutes(5));
        endless.getSeenBuilder().setUntil(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE));
        hear(endless);
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            listener.on(List.of(record(bytes)));
        }
        assertThat(peers()).isZero();
    }

    @Test
    void browsersOfBeforeAreLeftOut() {
        SwarmPeerEvent event =
                seen("other", 1, ByteString.EMPTY, Duration.ofMinutes(5)).build();
        known.clock().move(Duration.ofMillis(-1));
        listener.on(List.of(record(event.toByteArray())));
        assertThat(peers()).isZero();
        known.clock().move(Duration.ofMillis(1));
        listener.on(List.of(record(event.toByteArray())));
        assertThat(peers()).isEqualTo(1);
        hear(left("another", 1, ByteString.EMPTY));
        assertThat(peers()).isEqualTo(1);
        hear(left("other", 1, ByteString.EMPTY));
        assertThat(peers()).isZero();
    }

    @Test
    void aBrowserWithItsSocketHereKeepsIt() {
        PeerSocket own = own(1);
        hear(seen("other", 1, ByteString.EMPTY, Duration.ofMinutes(5)));
        hear(left("other", 1, ByteString.EMPTY));
        assertThat(known.tracker().socket(hash, id(1))).isEqualTo(Optional.of(own));
    }

    @Test
    void offersAndAnswersComeToWhomTheyAreFor() {
        own(1);
        SwarmPeerSignal signal = SwarmPeerSignal.newBuilder()
                .setReplica("mine")
                .setToPeerId(ByteString.copyFrom(id(1).bytes()))
                .setOfferId(ByteString.copyFromUtf8("o".repeat(20)))
                .setSdp("v=0")
                .build();
        hear(event("other", 2).setOffer(signal));
        hear(event("other", 2).setAnswer(signal));
        hear(event("other", 2).setOffer(signal.toBuilder().setReplica("another")));
        hear(event("other", 2).setOffer(signal.toBuilder().setToPeerId(ByteString.copyFrom(id(3).bytes()))));
        assertThat(told).containsExactly("offer " + id(2) + " v=0", "answer " + id(2) + " v=0");
    }

    private PeerSocket own(int number) {
        PeerSocket socket = new PeerSocket() {
            @Override
            public void offered(TrackedHash in, PeerId by, SessionDescription offer) {
                told.add("offer " + by + " " + offer.sdp());
            }

            @Override
            public void answered(TrackedHash in, PeerId by, SessionDescription answer) {
                told.add("answer " + by + " " + answer.sdp());
            }
        };
        var unused = known.tracker()
                .announce(
                        TrackerDoor.SOCKET,
                        new TrackerAnnounce(
                                hash,
                                id(number),
                                new PeerEndpoint.Socket(socket),
                                new AddressPrefix(1),
                                0,
                                false,
                                AnnounceEvent.STARTED,
                                0))
                .join();
        return socket;
    }

    private SwarmPeerEvent.Builder seen(String replica, int number, ByteString address, Duration stay) {
        return event(replica, number)
                .setSeen(SwarmPeerSeen.newBuilder()
                        .setAddress(address)
                        .setPort(6881)
                        .setSource(1)
                        .setUntil(Timestamp.newBuilder()
                                .setSeconds(known.clock().instant().plus(stay).getEpochSecond())));
    }

    private SwarmPeerEvent.Builder left(String replica, int number, ByteString address) {
        return event(replica, number)
                .setLeft(SwarmPeerLeft.newBuilder()
                        .setAddress(address)
                        .setPort(6881)
                        .setSource(1));
    }

    private SwarmPeerEvent.Builder event(String replica, int number) {
        return SwarmPeerEvent.newBuilder()
                .setReplica(replica)
                .setInfohash(ByteString.copyFrom(hash.bytes()))
                .setPeerId(ByteString.copyFrom(id(number).bytes()));
    }

    private static PeerId id(int number) {
        return PeerId.of(String.format("-VI0001-%012d", number).getBytes(StandardCharsets.US_ASCII));
    }

    private int peers() {
        return known.tracker().counts(hash).incomplete();
    }

    private void hear(SwarmPeerEvent.Builder event) {
        listener.on(List.of(record(event.build().toByteArray())));
    }

    private ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>(
                SwarmPeerEvents.TOPIC,
                0,
                0,
                known.clock().millis(),
                TimestampType.CREATE_TIME,
                0,
                value.length,
                hash.toString(),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
