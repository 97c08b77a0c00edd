package dev.vireo.example.bad;

/** Breaks R6. */
record StartsPrograms(ProcessBuilder builder) {}
