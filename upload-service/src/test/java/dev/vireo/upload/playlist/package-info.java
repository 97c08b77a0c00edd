/** Tests of {@code playlist}. */
@NullMarked
package dev.vireo.upload.playlist;

import org.jspecify.annotations.NullMarked;
