/** What the streams of this service keep their state with. */
@NullMarked
package dev.vireo.search.stream;

import org.jspecify.annotations.NullMarked;
