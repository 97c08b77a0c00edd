/** How far the encoding of a video is, from transcode-service to the browser. */
@NullMarked
package dev.vireo.gateway.progress;

import org.jspecify.annotations.NullMarked;
