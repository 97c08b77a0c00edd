/** Tests of {@code caption}. */
@NullMarked
package dev.vireo.upload.caption;

import org.jspecify.annotations.NullMarked;
