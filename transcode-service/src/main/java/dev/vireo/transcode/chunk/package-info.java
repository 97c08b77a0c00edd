/** Pure: where the source is cut, on the grid of output segments. */
@NullMarked
package dev.vireo.transcode.chunk;

import org.jspecify.annotations.NullMarked;
