package dev.vireo.transcode.packaging;

/**
 * The demuxed audio in the multivariant playlist.
 *
 * @param averageBandwidth average bits per second; 0 when not known yet
 */
public record AudioRendition(String uri, long bandwidth, long averageBandwidth, int channels, String codecs) {}
