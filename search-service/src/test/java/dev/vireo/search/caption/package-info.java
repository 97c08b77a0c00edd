/** Tests of {@code caption}. */
@NullMarked
package dev.vireo.search.caption;

import org.jspecify.annotations.NullMarked;
