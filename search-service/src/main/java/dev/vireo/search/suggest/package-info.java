/** What somebody may want to find, while typing. */
@NullMarked
package dev.vireo.search.suggest;

import org.jspecify.annotations.NullMarked;
