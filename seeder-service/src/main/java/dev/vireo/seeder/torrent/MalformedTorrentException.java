package dev.vireo.seeder.torrent;

/** Bytes that are not what they should be; whoever sent them is at fault. */
public final class MalformedTorrentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedTorrentException(String message) {
        super(message);
    }
}
