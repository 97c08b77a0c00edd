package dev.vireo.gateway.view;

import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.Instant;

/**
 * Tells the bus that somebody watches. It never waits and never fails: a view that is lost is no reason to stop a film.
 */
public final class Views {
    private final ViewerKeys keys;
    private final ViewEvents events;
    private final Clock clock;

    Views(ViewerKeys keys, ViewEvents events, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Programs that watch nothing are left out. */
    public void watched(InstanceId instance, Watch watch, Viewer viewer) {
        if (!Bots.isBot(viewer.userAgent())) {
            Instant now = clock.instant();
            events.watched(instance, keys.key(instance, viewer, now), watch, now);
        }
    }
}
