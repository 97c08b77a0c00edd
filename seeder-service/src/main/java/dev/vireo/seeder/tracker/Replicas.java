package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.TrackedHash;
import java.time.Duration;

/** Other replicas of the tracker, told what this one sees; never waits. */
public interface Replicas {

    /** A peer announced itself, and stays for a time. */
    void seen(TrackerAnnounce announce, Duration stay);

    /** A peer said that it leaves. */
    void left(TrackerAnnounce announce);

    /** A browser's socket closed. */
    void closed(TrackedHash hash, PeerId peer);
}
