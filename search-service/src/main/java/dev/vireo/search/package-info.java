/** Search, lists and discovery. */
@NullMarked
package dev.vireo.search;

import org.jspecify.annotations.NullMarked;
