package dev.vireo.transcode.job;

/**
 * How the top rendition is made without encoding: it has the source's own pictures.
 *
 * @param bitrate bits per second, as the source says
 * @param longestMicros longest segment; a source with a longer one is encoded after all
 * @param abandoned copying failed: the rendition is encoded, and only shown when it is packaged, because players may
 *     have begun with the copy
 */
public record SourceCopy(long bitrate, long longestMicros, boolean abandoned) {

    SourceCopy abandon() {
        return new SourceCopy(bitrate, longestMicros, true);
    }
}
