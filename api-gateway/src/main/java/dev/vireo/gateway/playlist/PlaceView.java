package dev.vireo.gateway.playlist;

import org.jspecify.annotations.Nullable;

/**
 * Where a video is in a playlist of the caller.
 *
 * @param videoId UUID
 * @param playlistId UUID
 * @param playlistName its name
 * @param elementId UUID
 * @param startSeconds where to begin; null for the beginning
 * @param stopSeconds where to end; null for the end
 */
record PlaceView(
        String videoId,
        String playlistId,
        String playlistName,
        String elementId,
        @Nullable Integer startSeconds,
        @Nullable Integer stopSeconds) {}
