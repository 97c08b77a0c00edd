/** Pure: which renditions a source gets and on which frame grid. */
@NullMarked
package dev.vireo.transcode.ladder;

import org.jspecify.annotations.NullMarked;
