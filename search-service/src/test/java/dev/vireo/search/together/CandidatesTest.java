package dev.vireo.search.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bounded table that never counts a viewer who was not there. */
final class CandidatesTest {
    private static UUID video(int number) {
        return new UUID(1, number);
    }

    @Test
    void countsWhatFits() {
        Candidates candidates = Candidates.NONE;
        for (int viewer = 0; viewer < 7; viewer++) {
            for (int number = 0; number < Candidates.ROOM; number++) {
                candidates = candidates.plus(video(number));
            }
        }
        assertThat(candidates.viewers())
                .hasSize(Candidates.ROOM)
                .allSatisfy((video, count) -> assertThat(count).isEqualTo(7));
        assertThat(candidates.of(video(Candidates.ROOM))).isZero();
    }

    /** Whatever comes in whatever order. */
    @Test
    void isBoundedAndNeverAboveTheTruth() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            int videos = 1 + random.nextInt(500);
            Map<UUID, Integer> truth = new HashMap<>();
            Candidates candidates = Candidates.NONE;
            for (int step = 0; step < 2_000; step++) {
                UUID video = video((int) Math.min(videos, Math.abs(random.nextGaussian()) * videos / 3));
                truth.merge(video, 1, Integer::sum);
                candidates = candidates.plus(video);
                assertThat(candidates.of(video)).isPositive();
            }
            assertThat(candidates.viewers())
                    .hasSizeLessThanOrEqualTo(Candidates.ROOM)
                    .allSatisfy((video, count) -> assertThat(count).isBetween(1, truth.get(video)));
            assertThat(Candidates.decode(candidates.encode())).isEqualTo(candidates);
        }
    }

    @Test
    void whatManyWatchStaysAmongALotThatNobodyElseDoes() {
        Candidates candidates = Candidates.NONE;
        for (int number = 1; number <= 10_000; number++) {
            candidates = candidates.plus(video(number));
            if (number % 20 == 0) {
                candidates = candidates.plus(video(0));
            }
        }
        assertThat(candidates.of(video(0))).isEqualTo(500);
    }

    @Test
    void thereIsNothingInWhatWasNotStored() {
        assertThat(Candidates.decode(null)).isEqualTo(Candidates.NONE);
    }
}
