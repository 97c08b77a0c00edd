/** Replicas of the tracker and their peers' sockets, known to one another over the bus (decision 18). */
@NullMarked
package dev.vireo.seeder.trackerbus;

import org.jspecify.annotations.NullMarked;
