package dev.vireo.seeder.swarm;

/** Why a connection ended. */
public enum CloseCause {
    /** The peer hung up. */
    PEER,
    /** The peer has the whole file. */
    COMPLETE,
    /** The peer said what nobody may say. */
    MALFORMED,
    /** The peer asked for what is not there, again and again. */
    ABUSE,
    /** The peer took nothing, or wanted nothing, for too long. */
    IDLE,
    /** The hash names nothing that is seeded, or not any more. */
    UNKNOWN,
    /** There are too many connections, or torrents. */
    FULL,
    /** The database or the origin is away. */
    UNAVAILABLE
}
