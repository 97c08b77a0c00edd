package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Counts of a video as hours go by. */
final class PopularityTest {
    private static final long HOUR = Hours.MILLIS;
    private static final long NOW = Instant.parse("2026-11-21T10:30:00Z").toEpochMilli();
    private static final long THIS_HOUR = NOW - NOW % HOUR;

    @Test
    void viewsLeaveTheDayAndTheWeek() {
        Popularity told = Popularity.none("main")
                .viewed(NOW, NOW)
                .viewed(NOW - 3 * HOUR, NOW)
                .viewed(NOW - 30 * HOUR, NOW)
                .viewed(NOW - 200 * HOUR, NOW)
                .nowTold(NOW);
        assertThat(told.views()).isEqualTo(4);
        assertThat(told.hours().lastDay(NOW)).isEqualTo(2);
        assertThat(told.hours().lastWeek(NOW)).isEqualTo(3);
        assertThat(told.due()).as("the second leaves the day").isEqualTo(THIS_HOUR + 21 * HOUR);

        long later = told.due();
        Popularity next = told.nowTold(later);
        assertThat(next.hours().lastDay(later)).isEqualTo(1);
        assertThat(next.due()).as("the first does").isEqualTo(THIS_HOUR + 24 * HOUR);
    }

    @Test
    void isToldAFewTimesAndThenNoMore() {
        Popularity popularity =
                Popularity.none("main").viewed(NOW, NOW).viewed(NOW - HOUR, NOW).nowTold(NOW);
        int times = 0;
        while (popularity.due() > 0) {
            popularity = popularity.nowTold(popularity.due());
            times++;
        }
        assertThat(times).isEqualTo(4);
        assertThat(popularity.views()).isEqualTo(2);
        assertThat(popularity.hours().views()).isEmpty();
    }

    @Test
    void revisionsGrowEvenWhenTheClockIsSetBack() {
        Popularity first = Popularity.none("main").viewed(NOW, NOW).nowTold(NOW);
        assertThat(first.told()).isEqualTo(NOW);
        assertThat(first.nowTold(NOW - HOUR).told()).isEqualTo(NOW + 1);
    }

    @Test
    void isTheSameAfterItWasStored() {
        Popularity popularity = Popularity.none("main")
                .viewed(NOW, NOW)
                .viewed(NOW - 3 * HOUR, NOW)
                .nowTold(NOW);
        assertThat(Popularity.decode(popularity.encode())).isEqualTo(popularity);
        assertThat(Popularity.decode(null)).isNull();
    }

    @Test
    void aViewIsWorthHalfAsMuchAfterADay() {
        double hundredThreeDaysAgo = Trending.NONE;
        for (int view = 0; view < 100; view++) {
            hundredThreeDaysAgo = Trending.plus(hundredThreeDaysAgo, NOW - 72 * HOUR);
        }
        double twelveNow = Trending.NONE;
        double thirteenNow = Trending.NONE;
        for (int view = 0; view < 13; view++) {
            twelveNow = view < 12 ? Trending.plus(twelveNow, NOW) : twelveNow;
            thirteenNow = Trending.plus(thirteenNow, NOW);
        }
        // 100 / 2^3 = 12.5
        assertThat(hundredThreeDaysAgo).isBetween(twelveNow, thirteenNow);
        assertThat(Trending.plus(Trending.plus(Trending.NONE, NOW), NOW - HOUR))
                .as("in whatever order they come")
                .isCloseTo(Trending.plus(Trending.plus(Trending.NONE, NOW - HOUR), NOW), within(1e-9));
    }
}
