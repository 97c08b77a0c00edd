/** The doors of the tracker: HTTP, UDP, and WebSockets for browsers. */
@NullMarked
package dev.vireo.seeder.trackerdoor;

import org.jspecify.annotations.NullMarked;
