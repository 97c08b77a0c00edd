package dev.vireo.transcode.packaging;

/**
 * One video rendition in the multivariant playlist.
 *
 * @param bandwidth peak bits per second, without audio
 * @param averageBandwidth average bits per second, without audio; 0 when not known yet
 * @param frameRate three decimals
 */
public record VariantStream(
        String uri, long bandwidth, long averageBandwidth, int width, int height, String frameRate, String codecs) {}
