package dev.vireo.seeder.swarm;

import dev.vireo.seeder.wire.PieceBlock;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * One peer's reads of its torrent. Peers ask for pieces in any order and for many blocks at once: with the first block of a
 * range, those ranges are read as well that are wanted next. On its line's thread.
 */
final class TorrentReads {

    private final OriginRanges ranges;
    private final SeededTorrent torrent;
    private final BlockQueue wanted;
    private long lastOffset = Long.MIN_VALUE;

    TorrentReads(OriginRanges ranges, SeededTorrent torrent, BlockQueue wanted) {
        this.ranges = ranges;
        this.torrent = torrent;
        this.wanted = wanted;
    }

    /** The bytes of a block that there is; not to be changed. The future fails as the origin does. */
    CompletableFuture<ByteBuffer> read(PieceBlock block) {
        long offset = offset(block);
        CompletableFuture<ByteBuffer> read = ranges.read(torrent.key(), torrent.size(), offset, block.length());
        if (!ranges.together(lastOffset, offset)) {
            LongStream next = wanted.waiting().mapToLong(this::offset).filter(other -> !ranges.together(offset, other));
            ranges.expect(torrent.key(), torrent.size(), next);
        }
        lastOffset = offset;
        return read;
    }

    private long offset(PieceBlock block) {
        return torrent.offset(block).orElseThrow();
    }
}
