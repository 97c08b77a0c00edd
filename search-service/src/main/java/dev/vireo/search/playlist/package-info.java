/** Public playlists: lists, searches, and the pictures of their videos. */
@NullMarked
package dev.vireo.search.playlist;

import org.jspecify.annotations.NullMarked;
