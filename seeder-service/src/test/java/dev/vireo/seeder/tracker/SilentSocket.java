package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.TrackedHash;

/** A browser that hears nothing. */
final class SilentSocket implements PeerSocket {
    @Override
    public void offered(TrackedHash hash, PeerId by, SessionDescription offer) {}

    @Override
    public void answered(TrackedHash hash, PeerId by, SessionDescription answer) {}
}
