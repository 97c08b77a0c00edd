/** Words and texts as they are compared, whatever they are of. */
@NullMarked
package dev.vireo.search.words;

import org.jspecify.annotations.NullMarked;
