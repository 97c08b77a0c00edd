package dev.vireo.bench.seeding;

import dev.vireo.contracts.seeding.v1.Torrent;
import java.util.Arrays;
import java.util.List;

/**
 * A video whose one file is seeded.
 *
 * @param key of the file in the object store
 * @param file the same file here
 * @param torrent as the platform told
 * @param seconds from its fact to that of its seeding
 */
record PlantedVideo(String key, GeneratedFile file, Torrent torrent, double seconds) {
    private static final int HASH_BYTES = 20;

    /** Of the hybrid torrent with nothing around it. */
    String torrentKey() {
        int name = key.lastIndexOf('/') + 1;
        return key.substring(0, name) + "torrent/" + key.substring(name) + ".torrent";
    }

    /** By which peers find it; each names a swarm of its own. */
    List<byte[]> hashes() {
        return List.of(
                torrent.getInfohashV1().toByteArray(),
                Arrays.copyOf(torrent.getInfohashV2().toByteArray(), HASH_BYTES),
                torrent.getInfohashV1Only().toByteArray());
    }
}
