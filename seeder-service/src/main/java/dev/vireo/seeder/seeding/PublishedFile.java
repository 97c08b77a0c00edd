package dev.vireo.seeder.seeding;

import java.util.HexFormat;

/**
 * A rendition's file as it was published.
 *
 * @param rendition name within the version
 * @param name of the file, below the version
 * @param height pixels; 0 for audio
 * @param size bytes
 * @param sha256 of the whole file, lower-case hexadecimal; empty when the packaging did not tell
 */
public record PublishedFile(String rendition, String name, int height, long size, String sha256) {

    byte[] digest() {
        return HexFormat.of().parseHex(sha256);
    }
}
