package dev.vireo.seeder.trackerbus;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.Replicas;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import java.time.Duration;

/** The only replica has nobody to tell. */
enum Alone implements Replicas {
    REPLICA;

    @Override
    public void seen(TrackerAnnounce announce, Duration stay) {}

    @Override
    public void left(TrackerAnnounce announce) {}

    @Override
    public void closed(TrackedHash hash, PeerId peer) {}
}
