package dev.vireo.upload.playlist;

import dev.vireo.upload.channel.Window;

/**
 * Which of an account's playlists are asked for.
 *
 * @param channelName only those in this channel; empty for all
 * @param search only those with this in their name; empty for all
 * @param order what they are ordered by
 * @param ascending the other way round
 * @param window which part of the list
 */
record PlaylistQuery(String channelName, String search, Order order, boolean ascending, Window window) {
    PlaylistQuery {
        search = PlaylistRules.search(search);
    }

    /** What a list is ordered by. */
    enum Order {
        CREATED,
        UPDATED,
        NAME
    }
}
