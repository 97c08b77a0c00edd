/** What somebody may want to watch without asking for words. */
@NullMarked
package dev.vireo.search.discover;

import org.jspecify.annotations.NullMarked;
