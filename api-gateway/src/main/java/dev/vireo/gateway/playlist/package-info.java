/** Playlists of videos. */
@NullMarked
package dev.vireo.gateway.playlist;

import org.jspecify.annotations.NullMarked;
