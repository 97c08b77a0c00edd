package dev.vireo.search.query;

import java.util.List;

/**
 * A page that was found.
 *
 * @param total of the whole list; 0 when it was not asked for
 * @param snapshots of the channels, each a serialized {@code Channel}
 */
record FoundChannels(long total, List<byte[]> snapshots) {
    FoundChannels {
        snapshots = List.copyOf(snapshots);
    }
}
