package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.TrackedHash;

/** A browser's socket to this replica or to another; two are the same when they are equal. */
public interface PeerSocket {

    /** Hands the browser an offer of another one in the swarm; never waits. */
    void offered(TrackedHash hash, PeerId by, SessionDescription offer);

    /** Hands the browser the answer to an offer that it made; never waits. */
    void answered(TrackedHash hash, PeerId by, SessionDescription answer);
}
