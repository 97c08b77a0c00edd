package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What counts as having watched a video. */
final class WatchingTest {
    private static final Duration FILM = Duration.ofMinutes(10);
    private static final Duration NEEDED = Duration.ofSeconds(30);

    private static Watching played(int... seconds) {
        Watching watching = Watching.at(Duration.ofSeconds(seconds[0]));
        for (int second : seconds) {
            watching = watching.told(Duration.ofSeconds(second), false);
        }
        return watching;
    }

    @Test
    void halfAMinuteIsEnough() {
        assertThat(played(0, 5, 10, 15, 20, 25, 29).isEnough(FILM, NEEDED)).isFalse();
        assertThat(played(0, 5, 10, 15, 20, 25, 30).isEnough(FILM, NEEDED)).isTrue();
        assertThat(played(100, 130).isEnough(Duration.ZERO, NEEDED))
                .as("of unknown length")
                .isTrue();
    }

    @Test
    void moreThanHalfOfAShortVideoIsEnough() {
        Duration clip = Duration.ofSeconds(10);
        assertThat(played(0, 5).isEnough(clip, NEEDED)).isFalse();
        assertThat(played(0, 6).isEnough(clip, NEEDED)).isTrue();
        assertThat(played(0).isEnough(Duration.ofSeconds(1), NEEDED)).isFalse();
    }

    @Test
    void whatIsJumpedOverWasNotWatched() {
        Watching jumped = played(0, 10).told(Duration.ofSeconds(500), true).told(Duration.ofSeconds(515), false);
        assertThat(jumped.isEnough(FILM, NEEDED)).isFalse();
        assertThat(jumped.told(Duration.ofSeconds(520), false).isEnough(FILM, NEEDED))
                .as("sections add up")
                .isTrue();
    }

    @Test
    void toldTwiceOrLateAddsNothing() {
        assertThat(played(0, 10, 10, 5, 20, 10, 20)).isEqualTo(played(0, 20));
        assertThat(played(100, 90).isEnough(FILM, Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void isTheSameAfterItWasStored() {
        Watching watching = played(3, 12).told(Duration.ofSeconds(40), true).nowCounted();
        assertThat(Watching.decode(watching.encode())).isEqualTo(watching);
        assertThat(Watching.decode(null)).isNull();
    }
}
