/** Poster, thumbnail and storyboard. */
@NullMarked
package dev.vireo.transcode.still;

import org.jspecify.annotations.NullMarked;
