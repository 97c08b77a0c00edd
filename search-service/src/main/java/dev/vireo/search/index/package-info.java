/** The documents and the index that holds them. */
@NullMarked
package dev.vireo.search.index;

import org.jspecify.annotations.NullMarked;
