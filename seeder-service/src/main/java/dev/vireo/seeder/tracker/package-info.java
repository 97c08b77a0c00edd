/** The tracker: who is in which swarm, behind whatever door peers come by. */
@NullMarked
package dev.vireo.seeder.tracker;

import org.jspecify.annotations.NullMarked;
