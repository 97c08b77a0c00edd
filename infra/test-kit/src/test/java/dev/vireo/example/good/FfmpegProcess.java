package dev.vireo.example.good;

/** Keeps R6. */
record FfmpegProcess(ProcessBuilder builder) {}
