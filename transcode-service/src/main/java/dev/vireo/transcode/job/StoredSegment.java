package dev.vireo.transcode.job;

import dev.vireo.transcode.packaging.PlaylistSegment;

/**
 * A segment that is durable in the origin.
 *
 * @param number place in the rendition, from 0
 * @param object name below the rendition's progress folder
 * @param frames samples in it
 */
public record StoredSegment(
        String rendition, int number, String object, long size, String sha256, long micros, int frames) {

    /** As playlists see it. */
    public PlaylistSegment listed() {
        return new PlaylistSegment(rendition + "/" + object, size, micros, sha256);
    }
}
