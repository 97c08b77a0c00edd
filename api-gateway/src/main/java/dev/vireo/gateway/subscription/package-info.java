/** What the caller follows, and the videos of it. */
@NullMarked
package dev.vireo.gateway.subscription;

import org.jspecify.annotations.NullMarked;
