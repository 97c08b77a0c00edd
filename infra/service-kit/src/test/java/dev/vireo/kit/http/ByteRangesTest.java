package dev.vireo.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangesTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,       0, 1",
        "bytes=0-499,     0, 500",
        "bytes=500-,      500, 500",
        "bytes=-200,      800, 200",
        "bytes=-5000,     0, 1000",
        "bytes=999-5000,  999, 1",
        "BYTES=1-2,       1, 2",
        "bytes= 1-2,      1, 2",
        "bytes=0-99999999999999999999999, 0, 1000"
    })
    void resolvesOneRange(String header, long offset, long length) {
        assertThat(ByteRanges.resolve(header, 1000))
                .isEqualTo(new ByteRanges.Parts(java.util.List.of(new ByteRange(offset, length))));
    }

    @Test
    void keepsTheOrderOfSeveralRanges() {
        assertThat(ByteRanges.resolve("bytes=500-599, 0-9,-1", 1000))
                .isEqualTo(new ByteRanges.Parts(
                        java.util.List.of(new ByteRange(500, 100), new ByteRange(0, 10), new ByteRange(999, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0", "bytes=9-8", "bytes=99999999999999999999-"})
    void tellsWhatCannotBeSatisfied(String header) {
        assertThat(ByteRanges.resolve(header, 1000)).isInstanceOf(ByteRanges.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "items=0-1", "bytes=", "bytes=-", "bytes=a-b", "bytes=1-2,x", "bytes=0x1-2", "bytes=1-2-3"})
    void answersMalformedOnesWhole(String header) {
        assertThat(ByteRanges.resolve(header, 1000)).isInstanceOf(ByteRanges.Whole.class);
    }

    @Test
    void answersOverlappingOrTooManyRangesWhole() {
        assertThat(ByteRanges.resolve("bytes=0-10,5-20", 1000)).isInstanceOf(ByteRanges.Whole.class);
        String many = IntStream.range(0, ByteRanges.MOST_RANGES + 1)
                .mapToObj(i -> i * 2 + "-" + i * 2)
                .collect(Collectors.joining(",", "bytes=", ""));
        assertThat(ByteRanges.resolve(many, 1000)).isInstanceOf(ByteRanges.Whole.class);
    }

    @Test
    void neverLeavesTheObjectWhateverIsAsked() {
        Random random = new Random(11);
        String alphabet = "0123456789-,= bytes";
        for (int i = 0; i < 20_000; i++) {
            String tail = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(c -> String.valueOf(alphabet.charAt(c)))
                    .collect(Collectors.joining());
            long length = random.nextInt(50);
            if (ByteRanges.resolve("bytes=" + tail, length) instanceof ByteRanges.Parts parts) {
                assertThat(parts.ranges())
                        .isNotEmpty()
                        .allMatch(range -> range.offset() >= 0 && range.length() > 0 && range.last() < length);
            }
        }
    }
}
