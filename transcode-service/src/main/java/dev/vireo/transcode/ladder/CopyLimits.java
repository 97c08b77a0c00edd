package dev.vireo.transcode.ladder;

/**
 * What a source may be whose pictures are copied.
 *
 * @param rateFactor its bit rate, as a multiple of the highest of the rendition that it replaces
 * @param longestMicros longest segment between two of its key frames
 * @param largestBytes size of all its pictures
 */
public record CopyLimits(double rateFactor, long longestMicros, long largestBytes) {}
