package dev.vireo.search.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountsTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final double ALMOST = 1e-9;

    /** PeerTube's weights: likes 150, comments 100, views 16, each by its magnitude. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "0, 0, 1, 0",
        "0, 0, 10, 100",
        "0, 0, 1000, 300",
        "99, 0, 0, 32",
        "0, 11, 0, 150",
        "9, 101, 100, 516"
    })
    void whatViewersDoIsWorthItsMagnitude(long views, long likes, long comments, double worth) {
        assertThat(hot(views, likes, comments, NOW) - hot(0, 0, 0, NOW)).isCloseTo(worth, within(ALMOST));
    }

    @Test
    void tenTimesAsManyCommentsAreWorthAHundredHalfDays() {
        assertThat(hot(0, 0, 10, NOW)).isCloseTo(hot(0, 0, 1, NOW + 100 * 47_000_000L), within(ALMOST));
    }

    @Test
    void readsWhatItWrote() {
        Counts counts = new Counts(3, 9, 2, 4, 1.5);
        assertThat(Counts.of(counts.fields(NOW, 5, new Comments(2, 8)))).isEqualTo(counts);
        Comments comments = new Comments(2, 8);
        assertThat(Comments.of(comments.fields())).isEqualTo(comments);
        assertThat(Comments.of(Comments.of(null).fields())).isEqualTo(new Comments(0, 0));
        assertThat(Comments.of(null).fields()).isEqualTo(Map.of("comments", 0L));
    }

    private static double hot(long views, long likes, long comments, long publishedAt) {
        Map<String, Object> fields =
                new Counts(1, views, 0, 0, 0).fields(publishedAt, likes, new Comments(1, comments));
        return (double) Objects.requireNonNull(fields.get("hot"));
    }
}
