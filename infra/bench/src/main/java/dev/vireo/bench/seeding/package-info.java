/** What it costs to seed: torrents made, files given away, peers told of each other, and starts with many of them. */
@NullMarked
package dev.vireo.bench.seeding;

import org.jspecify.annotations.NullMarked;
