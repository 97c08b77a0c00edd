/** What operators see of the indexes. */
@NullMarked
package dev.vireo.search.health;

import org.jspecify.annotations.NullMarked;
