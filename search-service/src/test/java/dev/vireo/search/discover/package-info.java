/** Tests of discovery. */
@NullMarked
package dev.vireo.search.discover;

import org.jspecify.annotations.NullMarked;
