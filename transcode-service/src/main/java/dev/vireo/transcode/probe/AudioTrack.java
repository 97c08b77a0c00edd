package dev.vireo.transcode.probe;

/** The sound of a source: its first audio track. */
public record AudioTrack(int stream, String codec, int channels, long startMicros, long durationMicros) {}
