package dev.vireo.seeder.tracker;

/** A peer as another is told of it. */
public record FoundPeer(PeerId id, PeerEndpoint endpoint) {}
