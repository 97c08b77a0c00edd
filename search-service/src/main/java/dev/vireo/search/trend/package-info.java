/** From what players tell to how much a video is watched. */
@NullMarked
package dev.vireo.search.trend;

import org.jspecify.annotations.NullMarked;
