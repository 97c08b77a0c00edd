package dev.vireo.transcode.encode;

/** What a command needs beside its plan. */
record EncodeSettings(OutputProperties output, int threads) {}
