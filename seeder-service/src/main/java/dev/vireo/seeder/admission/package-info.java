/** Which hashes have a swarm here: those of seeded videos, and none that operators denied. */
@NullMarked
package dev.vireo.seeder.admission;

import org.jspecify.annotations.NullMarked;
