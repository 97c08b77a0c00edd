/** Tests of {@code playlist}. */
@NullMarked
package dev.vireo.gateway.playlist;

import org.jspecify.annotations.NullMarked;
