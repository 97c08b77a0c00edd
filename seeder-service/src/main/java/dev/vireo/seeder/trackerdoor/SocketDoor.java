package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.tracker.Tracker;
import dev.vireo.seeder.tracker.TrackerProperties;
import org.springframework.stereotype.Component;

/** Lets browsers in. */
@Component
final class SocketDoor {

    private final Tracker tracker;
    private final int swarms;

    SocketDoor(Tracker tracker, TrackerProperties properties) {
        this.tracker = tracker;
        this.swarms = properties.sockets().swarms();
    }

    /** A browser that came just now. */
    SocketPeer enter(AddressPrefix source, SocketLine line) {
        return new SocketPeer(tracker, source, line, swarms);
    }
}
