package dev.vireo.seeder.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.wire.PieceBlock;
import dev.vireo.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorrentReadsTest {
    private static final PieceLength LENGTH = TestTorrent.LENGTH;

    private final MemoryOrigin origin = new MemoryOrigin();
    private final OriginRanges ranges =
            new OriginRanges(origin.store(), TestTorrent.properties("reads.range=64KB", "reads.ahead=2"));
    private final BlockQueue wanted = new BlockQueue(10);
    private final TorrentReads reads = new TorrentReads(ranges, TestTorrent.seeded(), wanted);

    TorrentReadsTest() {
        origin.put(TestTorrent.KEY, TestTorrent.FILE);
    }

    @AfterEach
    void end() {
        ranges.destroy();
    }

    @Test
    void readsNothingThatNobodyAskedFor() {
        assertThat(reads.read(block(3)).join().remaining()).isEqualTo(PieceLength.BLOCK);
        reads.read(block(4)).join();
        assertThat(origin.reads()).containsExactly(offset(3), offset(4));
    }

    @Test
    void readsAheadWhatIsWantedNext() {
        wanted.add(new PieceBlock(12, PieceLength.BLOCK, PieceLength.BLOCK));
        wanted.add(block(3));
        wanted.add(block(17));
        wanted.add(block(5));
        reads.read(block(12)).join();
        List<Long> read = Eventually.until("the reads", origin::reads, offsets -> offsets.size() == 3);
        assertThat(read).containsExactlyInAnyOrder(offset(12), offset(3), offset(17));
    }

    private static PieceBlock block(int piece) {
        return new PieceBlock(piece, 0, PieceLength.BLOCK);
    }

    private static long offset(int piece) {
        return (long) piece * LENGTH.bytes();
    }
}
