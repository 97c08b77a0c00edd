package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PieceLengthTest {
    @Test
    void makesOneToTwoThousandPieces() {
        for (long size = 64L << 20; size <= 32L << 30; size = size * 5 / 4 + 1) {
            assertThat(PieceLength.of(size).pieces(size)).isBetween(1000L, 2000L);
        }
    }

    @Test
    void isABlockOfSmallFilesAndBoundedForLargeOnes() {
        assertThat(PieceLength.of(1).bytes()).isEqualTo(PieceLength.BLOCK);
        assertThat(PieceLength.of(2000L * PieceLength.BLOCK).bytes()).isEqualTo(PieceLength.BLOCK);
        assertThat(PieceLength.of(2000L * PieceLength.BLOCK + 1).bytes()).isEqualTo(2 * PieceLength.BLOCK);
        assertThat(PieceLength.of(Long.MAX_VALUE)).isEqualTo(PieceLength.LARGEST);
    }

    @Test
    void isAPowerOfTwoFromABlockOn() {
        for (int odd : new int[] {0, -1, 1, 8192, 16383, 16385, 49152, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> new PieceLength(odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
