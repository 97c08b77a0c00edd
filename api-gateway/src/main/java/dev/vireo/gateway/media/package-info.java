/** Playlists, segments and byte ranges from the origin. */
@NullMarked
package dev.vireo.gateway.media;

import org.jspecify.annotations.NullMarked;
