package dev.vireo.seeder.seeding;

/**
 * The seeding of a video as its row has it.
 *
 * @param videoRevision of the newest snapshot heard of
 * @param video with the version that is, was, or will be seeded; version 0 before the first
 */
record Seed(SeededVersion video, long videoRevision, SeedState state) {}
