/** Tests of {@code channel}. */
@NullMarked
package dev.vireo.upload.playlist;

import org.jspecify.annotations.NullMarked;
