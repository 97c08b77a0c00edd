package dev.vireo.upload.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made of pieces that mean something, in any order: each is read or refused, and what is read can be written. */
final class CaptionFuzzTest {
    private static final List<String> PIECES = List.of(
            "WEBVTT",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "00:01.000",
            "00:00:02,500",
            "99:59:59.999",
            " --> ",
            "-->",
            "1",
            "42",
            "NOTE",
            "STYLE",
            "REGION",
            " ",
            "\t",
            "words",
            "é",
            "\uD83D\uDE00",
            "字幕",
            "<i>",
            "</i>",
            "<b",
            ">",
            "<",
            "</>",
            "<v Bob>",
            "<00:00:01.000>",
            "&amp;",
            "&lt;",
            "&#60;",
            "&#x10FFFF;",
            "&#99999999;",
            "&",
            ";",
            "{\\an8}",
            "{",
            "}",
            "\\",
            "\0",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "00:01.000 --> 00:02.000\n",
            "\n\n7\n00:00:03,000 --> 00:00:04,000\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverComesIsReadOrRefusedAndWhatIsWrittenIsReadAgain(long seed) {
        Random random = new Random(seed);
        int readable = 0;
        for (int number = 0; number < 5_000; number++) {
            readable += check(file(random)) ? 1 : 0;
        }
        assertThat(readable).isGreaterThan(100);
    }

    private static byte[] file(Random random) {
        StringBuilder file = new StringBuilder();
        if (random.nextBoolean()) {
            file.append(random.nextBoolean() ? "WEBVTT\n\n" : "1\n").append("00:01.000 --> 00:02.000\n");
        }
        for (int pieces = random.nextInt(25); pieces > 0; pieces--) {
            file.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static boolean check(byte[] file) {
        List<Cue> cues;
        try {
            cues = CaptionFile.read(file);
        } catch (PlatformException refused) {
            assertThat(refused.code()).isEqualTo(KitErrorCode.INVALID_ARGUMENT);
            return false;
        }
        assertThat(cues).isNotEmpty().allSatisfy(cue -> {
            assertThat(cue.endMillis()).isGreaterThan(cue.startMillis());
            assertThat(cue.text()).isNotBlank().doesNotContain("\n");
            assertThat(cue.markup().lines()).noneMatch(String::isBlank);
        });
        byte[] written = WebVtt.write(cues);
        assertThat(CaptionFile.read(written))
                .as(new String(file, StandardCharsets.UTF_8))
                .isEqualTo(cues);
        return true;
    }
}
