/** Pure: fragmented MP4 boxes, media playlists, the multivariant playlist and segment digests. */
@NullMarked
package dev.vireo.transcode.packaging;

import org.jspecify.annotations.NullMarked;
