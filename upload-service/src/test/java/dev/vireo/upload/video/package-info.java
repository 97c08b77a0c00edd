/** Tests of {@code video}. */
@NullMarked
package dev.vireo.upload.video;

import org.jspecify.annotations.NullMarked;
