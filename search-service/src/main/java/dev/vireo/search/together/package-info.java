/** From counted views to the videos that are watched together. */
@NullMarked
package dev.vireo.search.together;

import org.jspecify.annotations.NullMarked;
