package dev.vireo.example.bad;

/** Breaks R10. */
final class VideoManager {}
