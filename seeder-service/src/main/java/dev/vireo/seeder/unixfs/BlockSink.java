package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;

/** Takes the blocks of what is imported, in the order in which they are made: what a node links to comes before it. */
public interface BlockSink {

    /**
     * Bytes of the file are a block by themselves, or, when the CID is of dag-pb, wrapped as a node.
     *
     * @param offset where they begin in the file
     * @param length how many there are
     */
    void leaf(Cid cid, long offset, int length);

    /** A node of a file or a directory. */
    void node(Block node);
}
