/** Uploads, videos and channels. */
@NullMarked
package dev.vireo.upload;

import org.jspecify.annotations.NullMarked;
