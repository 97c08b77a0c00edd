/** The object store that holds all bytes. */
@NullMarked
package dev.vireo.kit.origin;

import org.jspecify.annotations.NullMarked;
