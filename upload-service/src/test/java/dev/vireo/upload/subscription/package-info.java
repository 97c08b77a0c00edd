/** Tests of {@code subscription}. */
@NullMarked
package dev.vireo.upload.subscription;

import org.jspecify.annotations.NullMarked;
