package dev.vireo.seeder.admission;

/** Whether a hash has a swarm here. */
public enum HashVerdict {
    /** It names something that is seeded now. */
    ALLOWED,
    /** It names nothing that is seeded now. */
    UNKNOWN,
    /** An operator denied it, whatever it names. */
    DENIED
}
