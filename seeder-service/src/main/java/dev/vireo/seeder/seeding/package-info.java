/** The seeding of videos: which are seeded, how their files become torrents, and what the bus and gRPC are told of it. */
@NullMarked
package dev.vireo.seeder.seeding;

import org.jspecify.annotations.NullMarked;
