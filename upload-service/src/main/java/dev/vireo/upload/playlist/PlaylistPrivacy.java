package dev.vireo.upload.playlist;

/** Who may see a playlist. */
enum PlaylistPrivacy {
    /** Everybody; listed. */
    PUBLIC,
    /** Everybody who has the address; never listed. */
    UNLISTED,
    /** The owner alone. */
    PRIVATE
}
