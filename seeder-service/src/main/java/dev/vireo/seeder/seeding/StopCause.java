package dev.vireo.seeder.seeding;

/** Why a video is not seeded any more. */
enum StopCause {
    /** It is not for everybody any more. */
    NOT_PUBLIC,
    /** It is gone. */
    DELETED,
    /** There is a newer version. */
    REPLACED
}
