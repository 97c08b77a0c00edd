package dev.vireo.seeder.seeding;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States of the seeding of a video and the steps between them. */
public enum SeedState {
    /** Files are read and hashed. */
    HASHING,
    /** The torrents are seeded. */
    SEEDING,
    /** Not for everybody: nothing is seeded, what was hashed is kept. */
    STOPPED,
    /** The video is gone for good. */
    DELETED;

    private static final Map<SeedState, Set<SeedState>> NEXT = Map.of(
            HASHING, EnumSet.of(SEEDING, STOPPED, DELETED),
            SEEDING, EnumSet.of(HASHING, STOPPED, DELETED),
            STOPPED, EnumSet.of(HASHING, SEEDING, DELETED),
            DELETED, EnumSet.noneOf(SeedState.class));

    /** True when {@code state} may follow. */
    public boolean mayBecome(SeedState state) {
        return NEXT.getOrDefault(this, Set.of()).contains(state);
    }

    /** Files of the video are worked on, or seeded. */
    boolean wanted() {
        return this == HASHING || this == SEEDING;
    }
}
