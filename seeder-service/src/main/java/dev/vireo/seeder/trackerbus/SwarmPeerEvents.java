package dev.vireo.seeder.trackerbus;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.swarm.v1.SwarmPeerEvent;
import dev.vireo.contracts.swarm.v1.SwarmPeerLeft;
import dev.vireo.contracts.swarm.v1.SwarmPeerSeen;
import dev.vireo.contracts.swarm.v1.SwarmPeerSignal;
import dev.vireo.kit.event.LossyEvents;
import dev.vireo.kit.event.OutboxEvent;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.Replicas;
import dev.vireo.seeder.tracker.SessionDescription;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Tells other replicas by the bus. What is lost there is told again when the peer comes again. */
final class SwarmPeerEvents implements Replicas {

    static final String TOPIC = "swarm-peer.v1";

    private final String replica;
    private final LossyEvents events;
    private final Clock clock;

    SwarmPeerEvents(String replica, LossyEvents events, Clock clock) {
        this.replica = replica;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void seen(TrackerAnnounce announce, Duration stay) {
        SwarmPeerSeen.Builder seen = SwarmPeerSeen.newBuilder()
                .setSource(announce.source().bits())
                .setKey(announce.key())
                .setComplete(announce.complete())
                .setCompleted(announce.event() == AnnounceEvent.COMPLETED)
                .setUntil(Timestamp.newBuilder()
                        .setSeconds(clock.instant().plus(stay).getEpochSecond()));
        if (announce.endpoint() instanceof PeerEndpoint.Address there) {
            seen.setAddress(address(there)).setPort(there.port());
        }
        send(announce.hash(), announce.peer(), SwarmPeerEvent.newBuilder().setSeen(seen));
    }

    @Override
    public void left(TrackerAnnounce announce) {
        SwarmPeerLeft.Builder left =
                SwarmPeerLeft.newBuilder().setSource(announce.source().bits()).setKey(announce.key());
        if (announce.endpoint() instanceof PeerEndpoint.Address there) {
            left.setAddress(address(there)).setPort(there.port());
        }
        send(announce.hash(), announce.peer(), SwarmPeerEvent.newBuilder().setLeft(left));
    }

    @Override
    public void closed(TrackedHash hash, PeerId peer) {
        send(hash, peer, SwarmPeerEvent.newBuilder().setLeft(SwarmPeerLeft.getDefaultInstance()));
    }

    /** A browser here offers something to one at another replica. */
    void offer(TrackedHash hash, PeerId by, DistantSocket to, SessionDescription offer) {
        send(hash, by, SwarmPeerEvent.newBuilder().setOffer(signal(to, offer)));
    }

    /** A browser here answers one at another replica. */
    void answer(TrackedHash hash, PeerId by, DistantSocket to, SessionDescription answer) {
        send(hash, by, SwarmPeerEvent.newBuilder().setAnswer(signal(to, answer)));
    }

    /** How this replica calls itself. */
    String replica() {
        return replica;
    }

    private static SwarmPeerSignal signal(DistantSocket to, SessionDescription description) {
        return SwarmPeerSignal.newBuilder()
                .setReplica(to.replica())
                .setToPeerId(bytes(to.peer()))
                .setOfferId(ByteString.copyFrom(description.id(), StandardCharsets.ISO_8859_1))
                .setSdp(description.sdp())
                .build();
    }

    private void send(TrackedHash hash, PeerId peer, SwarmPeerEvent.Builder event) {
        event.setReplica(replica).setInfohash(ByteString.copyFrom(hash.bytes())).setPeerId(bytes(peer));
        events.send(new OutboxEvent(
                TOPIC,
                hash.toString(),
                SwarmPeerEvent.getDescriptor().getFullName(),
                event.build().toByteArray()));
    }

    private static ByteString address(PeerEndpoint.Address there) {
        return ByteString.copyFrom(there.address().getAddress());
    }

    private static ByteString bytes(PeerId peer) {
        return ByteString.copyFrom(peer.bytes());
    }
}
