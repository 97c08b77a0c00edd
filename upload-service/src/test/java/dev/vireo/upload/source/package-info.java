/** Tests of {@code source}. */
@NullMarked
package dev.vireo.upload.source;

import org.jspecify.annotations.NullMarked;
