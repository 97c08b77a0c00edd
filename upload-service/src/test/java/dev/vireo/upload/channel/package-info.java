/** Tests of {@code channel}. */
@NullMarked
package dev.vireo.upload.channel;

import org.jspecify.annotations.NullMarked;
