package dev.vireo.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRatesTest {

    @ParameterizedTest
    @CsvSource({
        "25, 25, 25",
        "29.97002997, 29.97002997, 30000/1001",
        "23.97602398, 23.97602398, 24000/1001",
        "60, 60.03, 60",
        "30, 18.5, 30",
        "60, 2, 24",
        "120, 120, 60",
        "119.8801, 119.8801, 60000/1001",
        "90000, 29.6, 30",
        "0, 0, 25",
        "0, 12.5, 25/2",
        "0.1, 0.1, 1",
        "1000, 999, 50",
        "-3, 1e300, 25"
    })
    void takesTheSourcesOwnRateOrTheNextUsualOne(double base, double average, String expected) {
        assertThat(FrameRates.normalised(base, average, 60).text()).isEqualTo(expected);
    }

    @Test
    void neverExceedsTheLimit() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            FrameRate rate = FrameRates.normalised(random.nextDouble() * 300, random.nextDouble() * 300, 60);
            assertThat(rate.perSecond()).isBetween(1.0, 60.0);
        }
    }

    @Test
    void gridPointsAreExactInMicrosecondsAtWholeSegments() {
        FrameRate rate = new FrameRate(30_000, 1001);
        assertThat(rate.microsAt(120)).isEqualTo(4_004_000);
        assertThat(rate.microsAt(120_000_000L)).isEqualTo(4_004_000_000_000L);
        assertThat(rate.framesIn(4_004_000)).isEqualTo(120);
        assertThat(rate.decimal()).isEqualTo("29.970");
        assertThat(new FrameRate(50, 2)).isEqualTo(new FrameRate(25, 1));
        assertThat(new FrameRate(30_000, 1001)).isLessThan(new FrameRate(30, 1));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> new FrameRate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
