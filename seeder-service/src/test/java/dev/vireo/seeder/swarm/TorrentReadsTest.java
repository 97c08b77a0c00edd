package dev.vireo.seeder.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.seeding.SeededVersion;
import dev.vireo.seeder.seeding.SeededVideos.SwarmFile;
import dev.vireo.seeder.torrent.Contents;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.PieceLength;
import dev.vireo.seeder.torrent.TorrentForm;
import dev.vireo.seeder.wire.PieceBlock;
import dev.vireo.testkit.Eventually;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorrentReadsTest {
    private static final PieceLength LENGTH = new PieceLength(4 * PieceLength.BLOCK);
    private static final byte[] FILE = Contents.of(20 * LENGTH.bytes());
    private static final ObjectKey KEY = new ObjectKey("main/a/1/film.mp4");

    private final MemoryOrigin origin = new MemoryOrigin();
    private final OriginRanges ranges =
            new OriginRanges(origin.store(), PeerSessionTest.properties("reads.range=64KB", "reads.ahead=2"));
    private final BlockQueue wanted = new BlockQueue(10);
    private final TorrentReads reads = new TorrentReads(ranges, torrent(), wanted);

    TorrentReadsTest() {
        origin.put(KEY, FILE);
    }

    @AfterEach
    void end() {
        ranges.destroy();
    }

    private static SeededTorrent torrent() {
        Metainfo metainfo = Contents.torrent("film.mp4", FILE, LENGTH);
        return new SeededTorrent(
                TrackedHash.of(metainfo.infohashV1()),
                new SwarmFile(
                        new SeededVersion(new InstanceId("main"), UUID.randomUUID(), 1),
                        KEY,
                        metainfo,
                        TorrentForm.HYBRID));
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
