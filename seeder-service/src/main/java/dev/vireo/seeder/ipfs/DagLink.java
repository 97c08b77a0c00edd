package dev.vireo.seeder.ipfs;

/**
 * A link of a node.
 *
 * @param name of it; nothing between the parts of a file
 * @param cid where it leads
 * @param size bytes of all blocks below
 */
public record DagLink(String name, Cid cid, long size) {}
