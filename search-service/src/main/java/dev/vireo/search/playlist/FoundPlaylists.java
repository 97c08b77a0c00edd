package dev.vireo.search.playlist;

import dev.vireo.search.query.ElasticsearchVideos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that was found.
 *
 * @param total of the whole list; 0 when it was not asked for
 */
record FoundPlaylists(long total, List<Found> playlists) {
    FoundPlaylists {
        playlists = List.copyOf(playlists);
    }

    /**
     * One playlist.
     *
     * @param snapshot a serialized {@code Playlist}
     * @param cover the video whose picture is its picture; null when it may not be seen, or there is none
     */
    record Found(byte[] snapshot, ElasticsearchVideos.@Nullable Shown cover) {}
}
