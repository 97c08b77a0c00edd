package dev.vireo.seeder.tracker;

/** How a peer is reached; peers of one family can reach one another. */
public enum PeerFamily {
    /** At an address of 4 bytes and a port. */
    IPV4,
    /** At an address of 16 bytes and a port. */
    IPV6,
    /** In a browser, by WebRTC that its socket to us arranges. */
    WEB
}
