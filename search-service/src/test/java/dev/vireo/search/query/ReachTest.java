package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReachTest {
    private static final VideoQuery.Order BEST = new VideoQuery.Order(VideoQuery.Sort.MATCH, false);

    @Test
    void theBestAreLookedForInTitlesFirst() {
        assertThat(Reach.of(BEST, "fox", 15, 15)).isEqualTo(Reach.TITLES);
    }

    @Test
    void theWorstAreAmongDescriptionsToo() {
        assertThat(Reach.of(new VideoQuery.Order(VideoQuery.Sort.MATCH, true), "fox", 15, 15))
                .isEqualTo(Reach.TEXTS);
    }

    @ParameterizedTest
    @EnumSource(value = VideoQuery.Sort.class, names = "MATCH", mode = EnumSource.Mode.EXCLUDE)
    void anotherOrderIsOfAll(VideoQuery.Sort sort) {
        assertThat(Reach.of(new VideoQuery.Order(sort, false), "fox", 15, 15)).isEqualTo(Reach.TEXTS);
        assertThat(Reach.of(new VideoQuery.Order(sort, true), "fox", 15, 15)).isEqualTo(Reach.TEXTS);
    }

    @Test
    void looksForTyposBelowEnough() {
        assertThat(Reach.of(BEST, "fox", 0, 15)).isEqualTo(Reach.TYPOS);
        assertThat(Reach.of(BEST, "fox", 14, 15)).isEqualTo(Reach.TYPOS);
    }

    @Test
    void looksForNoTyposInWhatNobodyTyped() {
        assertThat(Reach.of(BEST, "f".repeat(80), 0, 15)).isEqualTo(Reach.TYPOS);
        assertThat(Reach.of(BEST, "f".repeat(81), 0, 15)).isEqualTo(Reach.TITLES);
    }
}
