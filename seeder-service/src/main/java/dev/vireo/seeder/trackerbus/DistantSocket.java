package dev.vireo.seeder.trackerbus;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.PeerSocket;
import dev.vireo.seeder.tracker.SessionDescription;

/**
 * The socket of a browser to another replica.
 *
 * @param replica the one
 * @param peer how the browser calls itself
 * @param events by which it is reached
 */
record DistantSocket(String replica, PeerId peer, SwarmPeerEvents events) implements PeerSocket {

    @Override
    public void offered(TrackedHash hash, PeerId by, SessionDescription offer) {
        events.offer(hash, by, this, offer);
    }

    @Override
    public void answered(TrackedHash hash, PeerId by, SessionDescription answer) {
        events.answer(hash, by, this, answer);
    }
}
