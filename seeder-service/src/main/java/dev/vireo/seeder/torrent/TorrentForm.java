package dev.vireo.seeder.torrent;

/** The two torrents of a file; they are two swarms, as their infohashes differ. */
public enum TorrentForm {
    /** Versions 1 and 2 together. */
    HYBRID,
    /** Version 1 alone, for clients that a hybrid confuses. */
    V1
}
