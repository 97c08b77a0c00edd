package dev.vireo.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final List<Integer> RUNGS = List.of(2160, 1440, 1080, 720, 480, 360, 240);
    private static final FrameRate RATE = new FrameRate(25, 1);

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 1080p 720p 480p 360p 240p, 1920x1080",
        "1080, 1920, 1080p 720p 480p 360p 240p, 1080x1920",
        "3840, 2160, 2160p 1440p 1080p 720p 480p 360p 240p, 3840x2160",
        "7680, 4320, 2160p 1440p 1080p 720p 480p 360p 240p, 3840x2160",
        "1280, 718, 718p 480p 360p 240p, 1280x718",
        "1919, 1079, 1079p 720p 480p 360p 240p, 1918x1078",
        "640, 360, 360p 240p, 640x360",
        "320, 180, 180p, 320x180",
        "10, 8, 8p, 10x8",
        "1, 1, 1p, 2x2"
    })
    void hasTheRungsBelowTheSource(int width, int height, String names, String top) {
        Ladder ladder = Ladder.forSource(width, height, RATE, RUNGS);
        assertThat(String.join(
                        " ", ladder.renditions().stream().map(Rendition::name).toList()))
                .isEqualTo(names);
        Rendition first = ladder.renditions().getFirst();
        assertThat(first.width() + "x" + first.height()).isEqualTo(top);
    }

    @Test
    void keepsEvenSidesAspectAndTheSourcesSizeForAnySource() {
        Random random = new Random(7);
        for (int round = 0; round < 5000; round++) {
            int width = 2 + random.nextInt(5000);
            int height = 2 + random.nextInt(5000);
            Ladder ladder = Ladder.forSource(width, height, RATE, RUNGS);
            long before = Long.MAX_VALUE;
            for (Rendition rendition : ladder.renditions()) {
                assertThat(rendition.width() % 2 + rendition.height() % 2).isZero();
                assertThat(rendition.width()).isLessThanOrEqualTo(width);
                assertThat(rendition.height()).isLessThanOrEqualTo(height);
                assertThat(Math.abs((double) rendition.width() * height - (double) rendition.height() * width))
                        .isLessThanOrEqualTo(2.0 * (width + height));
                assertThat(rendition.pixels()).isLessThan(before);
                before = rendition.pixels();
            }
            assertThat(ladder.renditions()).contains(ladder.lead());
        }
    }

    @Test
    void beginsWithThreeHundredAndSixtyLines() {
        assertThat(Ladder.forSource(1920, 1080, RATE, RUNGS).lead().name()).isEqualTo("360p");
        assertThat(Ladder.forSource(600, 500, RATE, List.of(1080)).lead().name())
                .isEqualTo("500p");
    }

    @Test
    void needsMoreBitsForMorePixelsAndFrames() {
        assertThat(BitrateCurve.highest(1920, 1080, new FrameRate(30, 1))).isEqualTo(5_000_000);
        assertThat(BitrateCurve.highest(1920, 1080, new FrameRate(60, 1))).isGreaterThan(5_000_000);
        assertThat(BitrateCurve.highest(2, 2, RATE)).isEqualTo(64_000);
    }
}
