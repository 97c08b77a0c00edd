/** Takes facts from the bus into the index. */
@NullMarked
package dev.vireo.search.feed;

import org.jspecify.annotations.NullMarked;
