package dev.vireo.seeder.tracker;

import java.util.Locale;

/** How peers come. */
public enum TrackerDoor {
    /** BEP 3. */
    HTTP,
    /** BEP 15. */
    UDP,
    /** The tracker protocol of WebTorrent. */
    SOCKET;

    /** As metrics name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
