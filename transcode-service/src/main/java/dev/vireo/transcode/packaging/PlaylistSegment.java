package dev.vireo.transcode.packaging;

/**
 * One media segment of a rendition in the order of play.
 *
 * @param uri where it lies while the video is in work; the packaged playlist addresses it by byte range instead
 * @param micros its length
 * @param sha256 lower-case hexadecimal digest of its bytes
 */
public record PlaylistSegment(String uri, long size, long micros, String sha256) {}
