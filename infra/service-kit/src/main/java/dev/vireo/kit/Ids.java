package dev.vireo.kit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers that sort by the time they were made: UUIDv7 (RFC 9562). */
public final class Ids {
    private Ids() {}

    /** A new UUIDv7; within one process later calls give greater ids. */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
