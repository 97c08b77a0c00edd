package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.http.ByteRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RangeAnswerTest {
    private static final String ETAG = "\"abc\"";

    private static RangeAnswer decide(@Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
        return RangeAnswer.decide(new RangeAnswer.Conditions(range, ifRange, ifNoneMatch), ETAG, 1000);
    }

    @Test
    void conditionsComeBeforeRanges() {
        assertThat(decide("bytes=0-1", null, ETAG)).isInstanceOf(RangeAnswer.NotModified.class);
        assertThat(decide(null, null, "\"x\", W/\"abc\"")).isInstanceOf(RangeAnswer.NotModified.class);
        assertThat(decide(null, null, "*")).isInstanceOf(RangeAnswer.NotModified.class);
        assertThat(decide(null, null, "\"x\"")).isEqualTo(new RangeAnswer.Whole(1000));
    }

    @Test
    void anOlderTagOrADateGivesEverything() {
        assertThat(decide("bytes=0-1", ETAG, null)).isEqualTo(new RangeAnswer.Single(new ByteRange(0, 2), 1000));
        assertThat(decide("bytes=0-1", "\"x\"", null)).isEqualTo(new RangeAnswer.Whole(1000));
        assertThat(decide("bytes=0-1", "W/" + ETAG, null)).isEqualTo(new RangeAnswer.Whole(1000));
        assertThat(decide("bytes=0-1", "Sat, 21 Nov 2026 12:00:00 GMT", null)).isEqualTo(new RangeAnswer.Whole(1000));
    }

    @Test
    void whateverRangeComesTheAnswerLiesInside() {
        Random random = new Random(3);
        String alphabet = "0123456789--,, =bytesx";
        for (int round = 0; round < 100_000; round++) {
            StringBuilder range = new StringBuilder(round % 3 == 0 ? "" : "bytes=");
            for (int length = random.nextInt(24); length > 0; length--) {
                range.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            long size = random.nextInt(2000);
            switch (RangeAnswer.decide(new RangeAnswer.Conditions(range.toString(), null, null), ETAG, size)) {
                case RangeAnswer.Single single -> assertInside(List.of(single.range()), size);
                case RangeAnswer.Several several -> assertInside(several.ranges(), size);
                case RangeAnswer.Whole whole -> assertThat(whole.length()).isEqualTo(size);
                case RangeAnswer.Unsatisfiable none -> assertThat(none.total()).isEqualTo(size);
                case RangeAnswer.NotModified not -> throw new AssertionError(not);
            }
        }
    }

    private static void assertInside(List<ByteRange> ranges, long size) {
        long sum = 0;
        for (ByteRange range : ranges) {
            assertThat(range.offset()).isNotNegative();
            assertThat(range.last()).isLessThan(size);
            sum += range.length();
        }
        assertThat(sum).isLessThanOrEqualTo(size);
    }

    @Test
    void theFrameOfSeveralPartsHasTheLengthItPromises() {
        Random random = new Random(5);
        byte[] object = new byte[5000];
        random.nextBytes(object);
        for (int round = 0; round < 200; round++) {
            var frame = new MultipartRanges("frame", "video/mp4", object.length);
            List<ByteRange> ranges = random.ints(1 + random.nextInt(5), 0, 4000)
                    .mapToObj(from -> new ByteRange(from, 1 + random.nextInt(1000)))
                    .toList();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (ByteRange range : ranges) {
                body.writeBytes(frame.head(range));
                body.writeBytes(Arrays.copyOfRange(object, (int) range.offset(), (int) range.last() + 1));
            }
            body.writeBytes(frame.end());
            assertThat(frame.length(ranges)).isEqualTo(body.size());
            assertThat(body.toString(StandardCharsets.ISO_8859_1))
                    .contains("Content-Range: " + ranges.getFirst().contentRange(5000))
                    .endsWith("\r\n--frame--\r\n");
        }
    }
}
