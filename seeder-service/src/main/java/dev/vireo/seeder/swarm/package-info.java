/** Peers that get seeded files from us by the peer wire: who is answered when, and from where the bytes come. */
@NullMarked
package dev.vireo.seeder.swarm;

import org.jspecify.annotations.NullMarked;
