package dev.vireo.search.query;

import java.util.List;

/**
 * A page that was found.
 *
 * @param total of the whole list; 0 when it was not asked for
 */
record FoundChannels(long total, List<Found> channels) {
    FoundChannels {
        channels = List.copyOf(channels);
    }

    /**
     * One channel.
     *
     * @param snapshot a serialized {@code Channel}
     */
    record Found(byte[] snapshot) {}
}
