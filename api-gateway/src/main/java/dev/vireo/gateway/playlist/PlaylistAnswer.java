package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.VideoPlaylistView;

/**
 * A playlist and what the caller may do with it.
 *
 * @param playlist the playlist
 * @param mayEdit the caller owns it or administers the instance
 */
record PlaylistAnswer(VideoPlaylistView playlist, boolean mayEdit) {}
