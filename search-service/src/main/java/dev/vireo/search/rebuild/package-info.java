/** What operators see of the indexes and may do with them. */
@NullMarked
package dev.vireo.search.rebuild;

import org.jspecify.annotations.NullMarked;
