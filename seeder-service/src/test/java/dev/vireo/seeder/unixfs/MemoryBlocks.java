package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import java.util.ArrayList;
import java.util.List;

/** Remembers the blocks of an import. */
final class MemoryBlocks implements BlockSink {
    final List<Leaf> leaves = new ArrayList<>();
    final List<Block> nodes = new ArrayList<>();

    record Leaf(Cid cid, long offset, int length) {}

    @Override
    public void leaf(Cid cid, long offset, int length) {
        leaves.add(new Leaf(cid, offset, length));
    }

    @Override
    public void node(Block node) {
        nodes.add(node);
    }
}
