/** Tests of the whole service, and what they stand on. */
@NullMarked
package dev.vireo.search;

import org.jspecify.annotations.NullMarked;
