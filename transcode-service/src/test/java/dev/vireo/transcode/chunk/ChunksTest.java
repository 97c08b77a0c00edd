package dev.vireo.transcode.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.transcode.ladder.FrameRate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {

    private static final ChunkSizes SIZES = new ChunkSizes(2, 4, 7);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2 1", "7, 2 5", "8, 2 4 2", "15, 2 4 5 4", "0, 1"})
    void beginsShortAndSharesTheRestEvenly(int segments, String lengths) {
        List<String> found = Chunks.cut(segments, SIZES, true).stream()
                .map(chunk -> Integer.toString(chunk.segments()))
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(lengths);
    }

    @Test
    void coversEverySegmentOnceWhateverTheLength() {
        Random random = new Random(3);
        for (int round = 0; round < 5000; round++) {
            int segments = 1 + random.nextInt(3000);
            ChunkSizes sizes = new ChunkSizes(1 + random.nextInt(5), 1 + random.nextInt(8), 1 + random.nextInt(20));
            boolean seekable = random.nextInt(5) > 0;
            List<Chunk> chunks = Chunks.cut(segments, sizes, seekable);
            int next = 0;
            for (Chunk chunk : chunks) {
                assertThat(chunk.firstSegment()).isEqualTo(next);
                assertThat(chunk.last()).isEqualTo(chunk.index() == chunks.size() - 1);
                next = chunk.endSegment();
            }
            assertThat(next).isEqualTo(segments);
            assertThat(seekable || chunks.size() <= 2).isTrue();
        }
    }

    @Test
    void segmentsAreWholeFramesOfAboutTheWantedLength() {
        Random random = new Random(5);
        int[] denominators = {1, 1001};
        for (int round = 0; round < 2000; round++) {
            int denominator = denominators[random.nextInt(2)];
            FrameRate rate = new FrameRate((1 + random.nextInt(60)) * (denominator == 1 ? 1 : 1000), denominator);
            SegmentGrid grid = SegmentGrid.of(rate, Duration.ofSeconds(4));
            double seconds = grid.framesPerSegment() / rate.perSecond();
            assertThat(seconds).isBetween(4 - 0.51 / rate.perSecond(), 4 + 0.51 / rate.perSecond());
            long frames = random.nextLong(1, 1_000_000);
            int segments = grid.segments(frames);
            assertThat(grid.firstFrame(segments)).isGreaterThanOrEqualTo(frames);
            assertThat(grid.firstFrame(segments - 1)).isLessThan(frames);
        }
    }
}
