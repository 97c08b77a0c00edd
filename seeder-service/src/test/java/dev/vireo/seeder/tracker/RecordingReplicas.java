package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.TrackedHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what other replicas would be told. */
final class RecordingReplicas implements Replicas {
    final List<TrackerAnnounce> seen = new ArrayList<>();
    final List<PeerId> gone = new ArrayList<>();

    @Override
    public void seen(TrackerAnnounce announce, Duration stay) {
        seen.add(announce);
    }

    @Override
    public void left(TrackerAnnounce announce) {
        gone.add(announce.peer());
    }

    @Override
    public void closed(TrackedHash hash, PeerId peer) {
        gone.add(peer);
    }
}
