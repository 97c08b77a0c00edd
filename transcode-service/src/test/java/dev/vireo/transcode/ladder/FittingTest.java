package dev.vireo.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FittingTest {

    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final long MINUTE = 60_000_000;
    private static final Ladder LADDER = Ladder.forSource(1920, 1080, RATE, List.of(1080, 360));
    private static final CopyLimits LIMITS = new CopyLimits(1.5, 8_000_000, 1_000_000_000);
    private static final Original ORIGINAL =
            new Original("h264", "High", "yuv420p", "progressive", true, 1920, 1080, 5_000_000, 30);

    @Test
    void whatPlayersTakeFits() {
        assertThat(fits(ORIGINAL)).isTrue();
        assertThat(fits(with("profile", "Main"))).isTrue();
        assertThat(fits(with("profile", "Constrained Baseline"))).isTrue();
    }

    @Test
    void otherCodingsDoNotFit() {
        assertThat(fits(with("codec", "hevc"))).isFalse();
        assertThat(fits(with("profile", "High 10"))).isFalse();
        assertThat(fits(with("pixelFormat", "yuv422p"))).isFalse();
        assertThat(fits(with("pixelFormat", "yuvj420p"))).isFalse();
        assertThat(fits(with("fieldOrder", "tt"))).isFalse();
        assertThat(fits(with("fieldOrder", "unknown"))).isFalse();
    }

    @Test
    void picturesThatAreChangedForDisplayDoNotFit() {
        assertThat(fits(new Original("h264", "High", "yuv420p", "progressive", false, 1920, 1080, 5_000_000, 30)))
                .isFalse();
        assertThat(fits(sized(1440, 1080))).isFalse();
        assertThat(fits(sized(1080, 1920))).isFalse();
    }

    @Test
    void theBitRateIsLimited() {
        assertThat(fits(rated(7_500_000, 30))).isTrue();
        assertThat(fits(rated(7_500_001, 30))).isFalse();
        assertThat(fits(rated(0, 30))).isFalse();
        long longFilm = 1_000_000_000L * 8 / 5;
        assertThat(Fitting.fits(ORIGINAL, RATE, longFilm, LADDER, LIMITS)).isTrue();
        assertThat(Fitting.fits(ORIGINAL, RATE, longFilm + 1_000_000, LADDER, LIMITS))
                .isFalse();
    }

    @Test
    void theFrameRateIsThatOfTheOutput() {
        assertThat(fits(rated(5_000_000, 60))).isFalse();
        assertThat(fits(rated(5_000_000, 30000 / 1001.0))).isTrue();
        assertThat(fits(rated(5_000_000, 0))).isFalse();
    }

    @Test
    void theSmallestRenditionIsAlwaysEncoded() {
        Ladder one = Ladder.forSource(1920, 1080, RATE, List.of(1080));
        assertThat(Fitting.fits(ORIGINAL, RATE, MINUTE, one, LIMITS)).isFalse();
    }

    private static boolean fits(Original original) {
        return Fitting.fits(original, RATE, MINUTE, LADDER, LIMITS);
    }

    private static Original with(String component, String value) {
        Function<String, String> of = name -> name.equals(component)
                ? value
                : switch (name) {
                    case "codec" -> ORIGINAL.codec();
                    case "profile" -> ORIGINAL.profile();
                    case "pixelFormat" -> ORIGINAL.pixelFormat();
                    default -> ORIGINAL.fieldOrder();
                };
        return new Original(
                of.apply("codec"),
                of.apply("profile"),
                of.apply("pixelFormat"),
                of.apply("fieldOrder"),
                true,
                1920,
                1080,
                5_000_000,
                30);
    }

    private static Original sized(int width, int height) {
        return new Original("h264", "High", "yuv420p", "progressive", true, width, height, 5_000_000, 30);
    }

    private static Original rated(long bitrate, double frameRate) {
        return new Original("h264", "High", "yuv420p", "progressive", true, 1920, 1080, bitrate, frameRate);
    }
}
