/** Tests of torrents. */
@NullMarked
package dev.vireo.gateway.torrent;

import org.jspecify.annotations.NullMarked;
