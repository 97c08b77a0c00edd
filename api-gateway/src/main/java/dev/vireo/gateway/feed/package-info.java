/** Newest videos as RSS, Atom, JSON and podcast feeds. */
@NullMarked
package dev.vireo.gateway.feed;

import org.jspecify.annotations.NullMarked;
