/** Playlists: videos in an order that a person made. */
@NullMarked
package dev.vireo.upload.playlist;

import org.jspecify.annotations.NullMarked;
