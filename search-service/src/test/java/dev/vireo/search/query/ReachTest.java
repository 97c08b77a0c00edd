package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReachTest {
    private static final Reach.Limits LIMITS = new Reach.Limits(1_000, 15);

    @Test
    void theBestAreLookedForInTitlesFirst() {
        assertThat(LIMITS.first(new VideoQuery.Order(VideoQuery.Sort.MATCH, false)))
                .isEqualTo(Reach.TITLES);
    }

    @Test
    void theWorstAreAmongDescriptionsToo() {
        assertThat(LIMITS.first(new VideoQuery.Order(VideoQuery.Sort.MATCH, true)))
                .isEqualTo(Reach.TEXTS);
    }

    @ParameterizedTest
    @EnumSource(value = VideoQuery.Sort.class, names = "MATCH", mode = EnumSource.Mode.EXCLUDE)
    void anotherOrderIsOfAll(VideoQuery.Sort sort) {
        assertThat(LIMITS.first(new VideoQuery.Order(sort, false))).isEqualTo(Reach.TEXTS);
        assertThat(LIMITS.first(new VideoQuery.Order(sort, true))).isEqualTo(Reach.TEXTS);
    }

    @Test
    void goesOnToDescriptionsBelowManyTitles() {
        assertThat(LIMITS.further(Reach.TITLES, 0, "fox")).contains(Reach.TEXTS);
        assertThat(LIMITS.further(Reach.TITLES, 999, "fox")).contains(Reach.TEXTS);
        assertThat(LIMITS.further(Reach.TITLES, 1_000, "fox")).isEmpty();
    }

    @Test
    void goesOnToTyposBelowEnough() {
        assertThat(LIMITS.further(Reach.TEXTS, 0, "fox")).contains(Reach.TYPOS);
        assertThat(LIMITS.further(Reach.TEXTS, 14, "fox")).contains(Reach.TYPOS);
        assertThat(LIMITS.further(Reach.TEXTS, 15, "fox")).isEmpty();
        assertThat(LIMITS.further(Reach.TYPOS, 0, "fox")).isEmpty();
    }

    @Test
    void looksForNoTyposInWhatNobodyTyped() {
        assertThat(LIMITS.further(Reach.TEXTS, 0, "f".repeat(80))).contains(Reach.TYPOS);
        assertThat(LIMITS.further(Reach.TEXTS, 0, "f".repeat(81))).isEmpty();
    }

    @Test
    void thoseOfEverySearch() {
        assertThat(Reach.Limits.USUAL).isEqualTo(LIMITS);
    }
}
