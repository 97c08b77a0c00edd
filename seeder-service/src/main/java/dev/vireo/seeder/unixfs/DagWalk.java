package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagCbor;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.MissingBlockException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The blocks from one on, depth first, in the order of their links, as archives have them; each is read when it is asked
 * for. Memory is the links that are still to be followed, which are bounded, as is the depth.
 */
public final class DagWalk {

    private static final int DEEPEST = 64;
    private static final int MOST_PENDING = 200_000;
    /** Half a terabyte of leaves; nodes can lead to the same ones without end. */
    private static final int MOST_STEPS = 500_000;

    private static final int PREFIX = 2;

    private final BlockSource blocks;
    private final Scope scope;
    private final Deque<Visit> pending = new ArrayDeque<>();
    private ByteRange range;
    private int steps;

    /** How far a walk goes. */
    public enum Scope {
        /** The one block. */
        BLOCK,
        /** A file, or a directory without what its entries are. */
        ENTITY,
        /** Everything. */
        ALL
    }

    private record Visit(Cid cid, long offset, int depth) {}

    /**
     * Begins at a block.
     *
     * @param range bytes of a file at which the walk of an entity ends up; the rest of its blocks is left out
     */
    public DagWalk(BlockSource blocks, Cid root, Scope scope, ByteRange range) {
        this.blocks = blocks;
        this.scope = scope;
        this.range = range;
        pending.push(new Visit(root, 0, 0));
    }

    /**
     * A block on the way.
     *
     * @param offset where its bytes, or those below it, begin in the file that the walk began at
     */
    public record Step(Block block, long offset) {}

    /** The next block; empty at the end. A {@link MissingBlockException} when it is not to be had. */
    public Optional<Step> next() {
        Visit visit = pending.poll();
        if (visit == null) {
            return Optional.empty();
        }
        if (++steps > MOST_STEPS) {
            throw new MalformedIpfsException("Blocks lead too far: ask for parts");
        }
        blocks.expect(pending.stream().map(Visit::cid));
        Block block = blocks.find(visit.cid()).orElseThrow(() -> new MissingBlockException(visit.cid()));
        if (scope != Scope.BLOCK && block.cid().codec() == Cid.DAG_PB) {
            follow(visit, UnixFsNode.of(block));
        }
        if (scope == Scope.ALL && block.cid().codec() == Cid.DAG_CBOR) {
            push(
                    visit,
                    DagCbor.links(block).stream()
                            .map(link -> new Visit(link, 0, visit.depth() + 1))
                            .toList());
        }
        return Optional.of(new Step(block, visit.offset()));
    }

    private void follow(Visit visit, UnixFsNode node) {
        List<Visit> next = new ArrayList<>();
        if (node.isFile()) {
            parts(visit, node, next);
        } else {
            for (DagLink link : node.links()) {
                if (scope == Scope.ALL || isShard(node, link)) {
                    next.add(new Visit(link.cid(), 0, visit.depth() + 1));
                }
            }
        }
        push(visit, next);
    }

    private void push(Visit from, List<Visit> next) {
        if (from.depth() >= DEEPEST || pending.size() + next.size() > MOST_PENDING) {
            throw new MalformedIpfsException("Blocks lead too deep or too far");
        }
        next.reversed().forEach(pending::push);
    }

    private void parts(Visit visit, UnixFsNode node, List<Visit> into) {
        if (visit.depth() == 0) {
            range = range.of(node.size());
        }
        long offset = visit.offset() + node.data().bytes().size();
        for (int at = 0; at < node.links().size(); at++) {
            long length = node.data().parts().get(at);
            if (scope == Scope.ALL || range.meets(offset, length)) {
                into.add(new Visit(node.links().get(at).cid(), offset, visit.depth() + 1));
            }
            offset += length;
        }
    }

    private static boolean isShard(UnixFsNode node, DagLink link) {
        return node.data().type() == UnixFsType.HAMT_SHARD && link.name().length() == PREFIX;
    }
}
