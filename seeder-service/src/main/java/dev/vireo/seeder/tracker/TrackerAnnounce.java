package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;

/**
 * What a peer says of itself.
 *
 * @param peer how it calls itself
 * @param endpoint where it is reached
 * @param source where the announce came from
 * @param key what it alone knows, so that it may come from another address; 0 for nothing
 * @param complete it has everything
 * @param event why it announces itself
 * @param wanted how many peers it wants at most
 */
public record TrackerAnnounce(
        TrackedHash hash,
        PeerId peer,
        PeerEndpoint endpoint,
        AddressPrefix source,
        int key,
        boolean complete,
        AnnounceEvent event,
        int wanted) {}
