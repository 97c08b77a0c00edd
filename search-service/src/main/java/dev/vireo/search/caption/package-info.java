/** Finds words that are spoken in videos, to the second. */
@NullMarked
package dev.vireo.search.caption;

import org.jspecify.annotations.NullMarked;
