package dev.vireo.seeder.unixfs;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.DagNode;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.util.List;

/**
 * A block read as UnixFS: raw bytes are a file, too.
 *
 * @param block as it came
 * @param data what it says of itself
 * @param links to its parts or entries
 */
public record UnixFsNode(Block block, UnixFsData data, List<DagLink> links) {

    /** Copies the links. */
    public UnixFsNode {
        links = List.copyOf(links);
    }

    /** Reads a block; refused when it is none of UnixFS. */
    public static UnixFsNode of(Block block) {
        if (block.cid().codec() == Cid.RAW) {
            ByteString bytes = UnsafeByteOperations.unsafeWrap(block.bytes());
            return new UnixFsNode(block, UnixFsData.file(bytes, bytes.size(), List.of()), List.of());
        }
        if (block.cid().codec() != Cid.DAG_PB) {
            throw new MalformedIpfsException("A block of codec " + block.cid().codec() + " is none of UnixFS");
        }
        DagNode node = DagNode.decode(block.bytes());
        UnixFsData data = UnixFsData.decode(node.data());
        if (isFile(data) && data.parts().size() != node.links().size()) {
            throw new MalformedIpfsException("A file has other sizes than parts");
        }
        return new UnixFsNode(block, data, node.links());
    }

    /** Whether it is a file, or a part of one. */
    public boolean isFile() {
        return isFile(data);
    }

    /** Whether it is a directory, in one node or divided. */
    public boolean isDirectory() {
        return data.type() == UnixFsType.DIRECTORY || data.type() == UnixFsType.HAMT_SHARD;
    }

    /** How many bytes a file has: its own and those of its parts. */
    public long size() {
        return data.bytes().size()
                + data.parts().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isFile(UnixFsData data) {
        return data.type() == UnixFsType.FILE || data.type() == UnixFsType.RAW;
    }
}
