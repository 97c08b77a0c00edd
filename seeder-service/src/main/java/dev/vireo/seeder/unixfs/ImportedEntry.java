package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Cid;

/**
 * A file or directory that has become blocks.
 *
 * @param root its CID
 * @param size bytes of all its blocks
 */
public record ImportedEntry(Cid root, long size) {}
