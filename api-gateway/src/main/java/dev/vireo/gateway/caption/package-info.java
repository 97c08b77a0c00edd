/** Captions of videos. */
@NullMarked
package dev.vireo.gateway.caption;

import org.jspecify.annotations.NullMarked;
