package dev.vireo.seeder.swarm;

import dev.vireo.seeder.wire.PieceBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Blocks that a peer asked for and did not get yet, in its order, none twice, within a bound. */
final class BlockQueue {

    private final int most;
    private final LinkedHashSet<PieceBlock> blocks = new LinkedHashSet<>();

    BlockQueue(int most) {
        this.most = most;
    }

    /** False when there are too many already. */
    boolean add(PieceBlock block) {
        return blocks.contains(block) || (blocks.size() < most && blocks.add(block));
    }

    /** True when it was waiting. */
    boolean remove(PieceBlock block) {
        return blocks.remove(block);
    }

    /** Takes the first one out; null when there is none. */
    @Nullable
    PieceBlock next() {
        return blocks.isEmpty() ? null : blocks.removeFirst();
    }

    /** Those that wait, the next one first. */
    Stream<PieceBlock> waiting() {
        return blocks.stream();
    }

    /** Puts one back in front. */
    void putBack(PieceBlock block) {
        blocks.addFirst(block);
    }

    /** Takes all out. */
    List<PieceBlock> drain() {
        List<PieceBlock> all = List.copyOf(blocks);
        blocks.clear();
        return all;
    }
}
