package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PieceTreeTest {
    private static final PieceLength LENGTH = new PieceLength(2 * PieceLength.BLOCK);
    private static final int LAYER = 1;
    private static final int HASH = Digests.SHA256_BYTES;

    @Test
    void whateverIsGivenLeadsToTheRoot() throws Exception {
        Random random = new Random(1);
        for (int pieces : new int[] {2, 3, 4, 5, 8, 9, 31, 64, 100}) {
            Metainfo torrent = torrent(pieces);
            PieceTree tree = new PieceTree(torrent);
            int width = Integer.highestOneBit(pieces - 1) * 2;
            int height = Integer.numberOfTrailingZeros(width);
            for (int length = 2; length <= width; length *= 2) {
                int index = random.nextInt(width / length) * length;
                byte[] found = tree.hashes(LAYER, index, length, height - 1).orElseThrow();
                int covered = Integer.numberOfTrailingZeros(length);
                assertThat(found).hasSize((length + height - covered) * HASH);
                assertThat(root(found, index, length)).isEqualTo(torrent.root());
            }
        }
    }

    @Test
    void theLayerOfPiecesComesAsTheTorrentHasIt() {
        Metainfo torrent = torrent(5);
        byte[] found = new PieceTree(torrent).hashes(LAYER, 0, 4, 0).orElseThrow();
        assertThat(found).isEqualTo(Arrays.copyOf(torrent.layer(), 4 * HASH));
        // Of fewer layers, fewer uncles.
        assertThat(new PieceTree(torrent).hashes(LAYER, 0, 2, 1).orElseThrow()).hasSize(3 * HASH);
        // A layer above.
        assertThat(new PieceTree(torrent).hashes(LAYER + 1, 2, 2, 1).orElseThrow())
                .hasSize(3 * HASH);
    }

    @Test
    void whatIsNotThereIsNotGiven() {
        PieceTree tree = new PieceTree(torrent(5));
        int[][] wrong = {
            {0, 0, 2, 0},
            {4, 0, 2, 0},
            {-1, 0, 2, 0},
            {LAYER, 8, 2, 0},
            {LAYER, -2, 2, 0},
            {LAYER, 1, 2, 0},
            {LAYER, 0, 3, 0},
            {LAYER, 0, 1, 0},
            {LAYER, 0, 0, 0},
            {LAYER, 0, -4, 0},
            {LAYER, 0, 16, 0},
            {LAYER, 0, 2, 3},
            {LAYER, 0, 2, -1},
            {LAYER, Integer.MAX_VALUE - 1, 2, 0},
            {LAYER, 0, 1 << 30, 0},
            {LAYER, 0, Integer.MIN_VALUE, 0}
        };
        for (int[] question : wrong) {
            assertThat(tree.hashes(question[0], question[1], question[2], question[3]))
                    .as(Arrays.toString(question))
                    .isEmpty();
        }
        assertThat(new PieceTree(torrent(1)).hashes(LAYER, 0, 2, 0)).isEmpty();
    }

    private static Metainfo torrent(int pieces) {
        return Contents.torrent("film.mp4", Contents.of(pieces * LENGTH.bytes() - 7), LENGTH);
    }

    /** As a receiver computes it: from the hashes up, then with one uncle after another. */
    private static byte[] root(byte[] found, int index, int length) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] layer = Arrays.copyOf(found, length * HASH);
        while (layer.length > HASH) {
            byte[] above = new byte[layer.length / 2];
            for (int at = 0; at < above.length; at += HASH) {
                digest.update(layer, 2 * at, 2 * HASH);
                System.arraycopy(digest.digest(), 0, above, at, HASH);
            }
            layer = above;
        }
        int place = index / length;
        for (int uncle = length * HASH; uncle < found.length; uncle += HASH) {
            byte[] other = Arrays.copyOfRange(found, uncle, uncle + HASH);
            digest.update(place % 2 == 0 ? layer : other);
            layer = digest.digest(place % 2 == 0 ? other : layer);
            place /= 2;
        }
        return layer;
    }
}
