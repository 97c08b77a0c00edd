package dev.vireo.seeder.trackerbus;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.swarm.v1.SwarmPeerEvent;
import dev.vireo.contracts.swarm.v1.SwarmPeerLeft;
import dev.vireo.contracts.swarm.v1.SwarmPeerSeen;
import dev.vireo.contracts.swarm.v1.SwarmPeerSignal;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.PeerSocket;
import dev.vireo.seeder.tracker.SessionDescription;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Reads what another replica tells. What is malformed is an {@code IllegalArgumentException}. */
final class SwarmPeerMapper {

    private SwarmPeerMapper() {}

    static TrackedHash hash(SwarmPeerEvent event) {
        return TrackedHash.of(event.getInfohash().toByteArray());
    }

    static PeerId peer(SwarmPeerEvent event) {
        return PeerId.of(event.getPeerId().toByteArray());
    }

    /** The announce of a peer that is reached by that socket when it has no address. */
    static TrackerAnnounce seen(SwarmPeerEvent event, PeerSocket socket) {
        SwarmPeerSeen seen = event.getSeen();
        PeerEndpoint endpoint = seen.getAddress().isEmpty()
                ? new PeerEndpoint.Socket(socket)
                : address(seen.getAddress(), seen.getPort());
        return new TrackerAnnounce(
                hash(event),
                peer(event),
                endpoint,
                new AddressPrefix(seen.getSource()),
                seen.getKey(),
                seen.getComplete(),
                seen.getCompleted() ? AnnounceEvent.COMPLETED : AnnounceEvent.NONE,
                0);
    }

    /** The last announce of a peer that has an address. */
    static TrackerAnnounce left(SwarmPeerEvent event) {
        SwarmPeerLeft left = event.getLeft();
        return new TrackerAnnounce(
                hash(event),
                peer(event),
                address(left.getAddress(), left.getPort()),
                new AddressPrefix(left.getSource()),
                left.getKey(),
                false,
                AnnounceEvent.STOPPED,
                0);
    }

    static PeerId receiver(SwarmPeerSignal signal) {
        return PeerId.of(signal.getToPeerId().toByteArray());
    }

    static SessionDescription description(SwarmPeerSignal signal) {
        return new SessionDescription(signal.getOfferId().toString(StandardCharsets.ISO_8859_1), signal.getSdp());
    }

    private static PeerEndpoint.Address address(ByteString bytes, int port) {
        try {
            return PeerEndpoint.Address.of(InetAddress.getByAddress(bytes.toByteArray()), port);
        } catch (UnknownHostException neitherFourNorSixteen) {
            throw new IllegalArgumentException(neitherFourNorSixteen);
        }
    }
}
