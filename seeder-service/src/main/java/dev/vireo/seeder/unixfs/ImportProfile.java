package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagNode;
import dev.vireo.seeder.ipfs.Multihash;

/**
 * How files and directories become blocks, so that the same bytes have the same CID everywhere (IPIP-499).
 *
 * @param version of CIDs
 * @param leaf bytes of a leaf; the last one of a file may have fewer
 * @param links how many links a node of a file has at most
 * @param rawLeaves whether leaves are bytes alone, or wrapped as nodes
 * @param measure what a directory may have at most until it is divided
 */
public record ImportProfile(int version, int leaf, int links, boolean rawLeaves, DirectoryMeasure measure) {

    /** Our own choice: few nodes, raw leaves. */
    public static final ImportProfile UNIXFS_V1_2025 =
            new ImportProfile(1, 1024 * 1024, 1024, true, DirectoryMeasure.BLOCK);
    /** What {@code ipfs add --cid-version=1} has long done. */
    public static final ImportProfile KUBO_V1 = new ImportProfile(1, 256 * 1024, 174, true, DirectoryMeasure.LINKS);
    /** What {@code ipfs add} has always done. */
    public static final ImportProfile UNIXFS_V0_2015 =
            new ImportProfile(0, 256 * 1024, 174, false, DirectoryMeasure.LINKS);

    /** Above so many bytes a directory is divided. */
    static final int LARGEST_DIRECTORY = 256 * 1024;

    /** What counts of a directory. */
    public enum DirectoryMeasure {
        /** The block that it would be. */
        BLOCK,
        /** Names and CIDs of its links. */
        LINKS
    }

    /** Hands a node to the sink. */
    ImportedEntry store(DagNode node, BlockSink blocks) {
        byte[] bytes = node.encode();
        Cid cid = node(bytes);
        blocks.node(new Block(cid, bytes));
        return new ImportedEntry(cid, node.totalSize(bytes.length));
    }

    /** The CID of a node. */
    Cid node(byte[] bytes) {
        return new Cid(version, Cid.DAG_PB, Multihash.sha256(bytes));
    }
}
