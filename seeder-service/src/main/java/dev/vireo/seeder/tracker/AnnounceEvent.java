package dev.vireo.seeder.tracker;

/** Why a peer announces itself (BEP 3). */
public enum AnnounceEvent {
    /** To stay. */
    NONE,
    /** It came. */
    STARTED,
    /** It has all from now on. */
    COMPLETED,
    /** It goes. */
    STOPPED
}
