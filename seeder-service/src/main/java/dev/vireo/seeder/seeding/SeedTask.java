package dev.vireo.seeder.seeding;

import java.util.UUID;

/**
 * A file to hash, as its worker holds it.
 *
 * @param attempt fences: reports of an older attempt are refused
 * @param failures how often it failed before
 * @param replayed it was given up before, and is tried again because an operator wants it
 */
record SeedTask(UUID id, SeededVersion video, PublishedFile file, int attempt, int failures, boolean replayed) {}
