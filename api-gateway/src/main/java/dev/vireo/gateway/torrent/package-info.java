/** Torrents of videos: their files, addresses and magnet links. */
@NullMarked
package dev.vireo.gateway.torrent;

import org.jspecify.annotations.NullMarked;
