package dev.vireo.transcode.job;

/**
 * What the encoder said of a rendition: its initialization section is the same in every chunk.
 *
 * @param initObject name of that section below the rendition's progress folder
 */
public record StoredRendition(
        String name, String initObject, long initSize, String initSha256, long timescale, String codecs) {}
