package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.transcode.job.SourceCopy;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.packaging.MediaSegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyRuleTest {

    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final long FRAME = 512;
    private static final long TIMESCALE = 25 * FRAME;

    /** One box with one IDR picture. */
    private static final byte[] PICTURE = {0, 0, 0, 14, 'm', 'd', 'a', 't', 0, 0, 0, 2, 0x65, 0};

    private final CopyRule rule = new CopyRule(RATE, new SourceCopy(1_000_000, 2_000_000, false));

    @Test
    void everyPlaceIsFilledOnceInAnyOrder() {
        assertThatCode(() -> {
                    check(0, 0, 3, 1, 2);
                    check(4, 4, 5);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aTickIsNoOtherPlace() {
        assertThatCode(() -> rule.check(0, PICTURE, segment(0, List.of(at(0) + 1, at(1) - 1, at(2))), TIMESCALE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rule.check(1, PICTURE, segment(3, List.of(at(3), at(4) + 2)), TIMESCALE))
                .hasMessageContaining("every frame: false");
    }

    @Test
    void wrongPlacesThatMakeUpForEachOtherAreSeen() {
        assertThatThrownBy(() -> check(0, 0, 2, 2, 2, 4)).hasMessageContaining("every frame: false");
        assertThatThrownBy(() -> check(0, 1, 1)).hasMessageContaining("every frame: false");
    }

    @Test
    void aSegmentInAnotherPlaceIsSeen() {
        assertThatThrownBy(() -> check(1, 1, 2)).hasMessageContaining("in place: false");
    }

    private void check(int first, Integer... places) {
        rule.check(
                0,
                PICTURE,
                segment(first, Arrays.stream(places).map(CopyRuleTest::at).toList()),
                TIMESCALE);
    }

    /** When the frame of a place is shown: decoding begins two frames late and is two frames ahead. */
    private static long at(int place) {
        return (place + 4) * FRAME;
    }

    private static MediaSegment segment(int first, List<Long> shown) {
        return new MediaSegment((first + 2) * FRAME, shown.size() * FRAME, shown, true);
    }
}
