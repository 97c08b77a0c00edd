package dev.vireo.upload.playlist;

/**
 * Where a video is in an account's playlists.
 *
 * @param playlist in which
 * @param playlistName its name
 * @param element as which of its elements
 */
record Place(PlaylistId playlist, String playlistName, Element element) {}
