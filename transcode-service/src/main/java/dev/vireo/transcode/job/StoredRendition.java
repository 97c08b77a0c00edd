package dev.vireo.transcode.job;

/** What the encoder said of a rendition: its initialization section is the same in every chunk. */
public record StoredRendition(String name, long initSize, String initSha256, long timescale, String codecs) {}
