/** The transcode service: a source becomes fragmented MP4 renditions with playlists. */
@NullMarked
package dev.vireo.transcode;

import org.jspecify.annotations.NullMarked;
