package dev.vireo.seeder.admission;

import dev.vireo.kit.identity.InstanceId;

/**
 * How videos of an instance are seeded.
 *
 * @param torrents its files are torrents that trackers know
 * @param peerWire our own peer wire serves them
 * @param browsers browsers that play its videos find one another
 * @param rate bytes in a second that the peer wire of this process gives of them; 0 for no bound
 */
public record SeedingPolicy(InstanceId instance, boolean torrents, boolean peerWire, boolean browsers, long rate) {

    /** In every way, as fast as it goes. */
    public static SeedingPolicy all(InstanceId instance) {
        return new SeedingPolicy(instance, true, true, true, 0);
    }

    /** True when peers get files of the instance from us. */
    public boolean servesPeers() {
        return torrents && peerWire;
    }
}
