package dev.vireo.search.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The best companions of a video. */
final class CompanionTableTest {
    private static final long NOW = Instant.parse("2026-11-21T10:30:00Z").toEpochMilli();
    private static final UUID VIDEO = new UUID(0, 0);

    private static Pair pair(int companion, long time, long popularity) {
        return new Pair("main", VIDEO, new UUID(1, companion), time, 0, popularity);
    }

    private static UUID id(int companion) {
        return new UUID(1, companion);
    }

    @Test
    void moreViewersAreBetterAndRecentOnesToo() {
        long monthAgo = NOW - Duration.ofDays(28).toMillis();
        CompanionTable companions = CompanionTable.none("main")
                .plus(pair(1, NOW, 100), 3, 3)
                .plus(pair(2, NOW, 100), 4, 4)
                .plus(pair(3, monthAgo, 100), 10, 10);
        assertThat(companions.videos()).as("10 / 2^2 = 2.5").containsExactly(id(2), id(1), id(3));
        assertThat(companions.plus(pair(3, NOW, 100), 1, 11).videos())
                .as("the old ones stay old")
                .containsExactly(id(2), id(3), id(1));
    }

    @Test
    void whatEverybodyWatchesIsNobodysCompanion() {
        assertThat(CompanionTable.none("main")
                        .plus(pair(1, NOW, 1_000_000), 30, 30)
                        .plus(pair(2, NOW, 100), 5, 5)
                        .plus(pair(3, NOW, 100), 10, 10)
                        .videos())
                .containsExactly(id(3), id(2), id(1));
    }

    @Test
    void theLeastGivesWayToABetterOneOnly() {
        CompanionTable companions = CompanionTable.none("main");
        for (int number = 1; number <= CompanionTable.MOST; number++) {
            companions = companions.plus(pair(number, NOW, 100), 10 + number, 10 + number);
        }
        assertThat(companions.best()).hasSize(CompanionTable.MOST);
        assertThat(companions.plus(pair(99, NOW, 100), 3, 3)).isEqualTo(companions);
        assertThat(companions.plus(pair(99, NOW, 100), 1, 12).videos())
                .as("all viewers of a newcomer count")
                .contains(id(99))
                .doesNotContain(id(1))
                .hasSize(CompanionTable.MOST);
    }

    @Test
    void isTheSameAfterItWasStored() {
        CompanionTable companions = CompanionTable.none("main")
                .plus(pair(1, NOW, 100), 3, 3)
                .nowTold(NOW)
                .nowDue(NOW + 5);
        assertThat(CompanionTable.decode(companions.encode())).isEqualTo(companions);
        assertThat(CompanionTable.decode(null)).isNull();
    }

    @Test
    void revisionsGrowEvenWhenTheClockIsSetBack() {
        assertThat(CompanionTable.none("main").nowTold(NOW).nowTold(NOW - 1_000).told())
                .isEqualTo(NOW + 1);
    }
}
