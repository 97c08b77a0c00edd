/** Which videos a caller may find, decided before anything that is asked. */
@NullMarked
package dev.vireo.search.sight;

import org.jspecify.annotations.NullMarked;
