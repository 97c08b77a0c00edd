package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagCbor;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.MissingBlockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows names from directory to directory. */
public final class UnixFsPath {

    private static final int PREFIX = 2;
    private static final int MOST_SHARDS = 2_000;

    private final BlockSource blocks;

    /** Through blocks of that source. */
    public UnixFsPath(BlockSource blocks) {
        this.blocks = blocks;
    }

    /**
     * Where a path leads.
     *
     * @param passed blocks on the way, without the last one
     * @param named the root and what each name leads to; shards of a directory are none of them
     * @param end the block at its end
     */
    public record Found(List<Block> passed, List<Cid> named, Block end) {

        /** Copies the blocks. */
        public Found {
            passed = List.copyOf(passed);
            named = List.copyOf(named);
        }
    }

    /** Follows names from a root; empty when one leads nowhere. A {@link MissingBlockException} when a block is not to be had. */
    public Optional<Found> follow(Cid root, List<String> names) {
        List<Block> passed = new ArrayList<>();
        List<Cid> named = new ArrayList<>(List.of(root));
        Block at = require(root);
        for (int taken = 0; taken < names.size(); ) {
            Optional<DagCbor.Found> next = next(at, names.subList(taken, names.size()), passed);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = require(next.get().cid());
            named.add(next.get().cid());
            taken += next.get().names();
        }
        return Optional.of(new Found(passed, named, at));
    }

    /** Where the first of the names leads, or the first few of them in a document. */
    private Optional<DagCbor.Found> next(Block at, List<String> names, List<Block> passed) {
        if (at.cid().codec() == Cid.DAG_CBOR) {
            passed.add(at);
            return DagCbor.follow(at, names);
        }
        return entry(at, names.getFirst(), passed).map(cid -> new DagCbor.Found(cid, 1));
    }

    /** The entry of that name; the directory's blocks on the way to it are added. */
    private Optional<Cid> entry(Block directory, String name, List<Block> passed) {
        Block at = directory;
        for (int depth = 0; ; depth++) {
            passed.add(at);
            UnixFsNode node = UnixFsNode.of(at);
            if (node.data().type() == UnixFsType.DIRECTORY) {
                return named(node, name).map(DagLink::cid);
            }
            if (node.data().type() != UnixFsType.HAMT_SHARD) {
                return Optional.empty();
            }
            String prefix = HamtImporter.prefix(HamtImporter.place(name, depth));
            Optional<DagLink> entry = named(node, prefix + name);
            Optional<DagLink> shard = named(node, prefix);
            if (entry.isPresent() || shard.isEmpty()) {
                return entry.map(DagLink::cid);
            }
            at = require(shard.get().cid());
        }
    }

    /** All entries of a directory, whose shards are read one after the other; not more than {@code most}. */
    public List<DagLink> entries(UnixFsNode directory, int most) {
        List<DagLink> found = new ArrayList<>();
        collect(directory, most, 0, new AtomicInteger(MOST_SHARDS), found);
        return found;
    }

    private void collect(UnixFsNode directory, int most, int depth, AtomicInteger shards, List<DagLink> into) {
        boolean whole = directory.data().type() == UnixFsType.DIRECTORY;
        if (depth > Long.BYTES || shards.getAndDecrement() <= 0) {
            throw new MalformedIpfsException("A directory is divided too often");
        }
        for (DagLink link : directory.links()) {
            if (into.size() >= most) {
                return;
            }
            if (whole) {
                into.add(link);
            } else if (link.name().length() > PREFIX) {
                into.add(new DagLink(link.name().substring(PREFIX), link.cid(), link.size()));
            } else {
                collect(UnixFsNode.of(require(link.cid())), most, depth + 1, shards, into);
            }
        }
    }

    private static Optional<DagLink> named(UnixFsNode node, String name) {
        return node.links().stream().filter(link -> link.name().equals(name)).findFirst();
    }

    private Block require(Cid cid) {
        return blocks.find(cid).orElseThrow(() -> new MissingBlockException(cid));
    }
}
