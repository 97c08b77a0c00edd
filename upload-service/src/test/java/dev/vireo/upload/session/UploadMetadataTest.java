package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.TusTestClient;
import dev.vireo.upload.video.Privacy;
import dev.vireo.upload.video.VideoDetails;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UploadMetadataTest {
    private static final String ALPHABET = "ab ,=/+\u00e9\u20ac\ud83c\udfacZ\"[]{}\\\t0-";

    @Test
    void everyKeyIsRead() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("filename", "holiday film.mp4");
        values.put("name", "Our holiday \ud83c\udfac");
        values.put("description", "With **friends**");
        values.put("channelId", "00000000-0000-7000-8000-000000000000");
        values.put("privacy", "unlisted");
        values.put("tags", "sea, sun");
        values.put("language", "pt-BR");
        values.put("licence", "7");
        values.put("category", "18");
        values.put("nsfw", "true");

        NewUpload upload = UploadMetadata.parse(TusTestClient.metadata(values)).announce(5);

        VideoDetails details = upload.file().details();
        assertThat(upload.length()).isEqualTo(5);
        assertThat(upload.file().filename()).isEqualTo("holiday film.mp4");
        assertThat(upload.channelId()).isNotNull();
        assertThat(details.name()).isEqualTo("Our holiday \ud83c\udfac");
        assertThat(details.description()).isEqualTo("With **friends**");
        assertThat(details.privacy()).isEqualTo(Privacy.UNLISTED);
        assertThat(details.tags()).containsExactly("sea", "sun");
        assertThat(details.language()).isEqualTo("pt-BR");
        assertThat(details.licence()).isEqualTo(7);
        assertThat(details.category()).isEqualTo(18);
        assertThat(details.nsfw()).isTrue();
    }

    @Test
    void whatIsNotSaidHasADefault() {
        NewUpload upload = UploadMetadata.parse(null).announce(5);

        assertThat(upload.file().details().name()).isEqualTo("Untitled");
        assertThat(upload.file().details().privacy()).isEqualTo(Privacy.PUBLIC);
        assertThat(upload.channelId()).isNull();
    }

    @Test
    void aTitleIsMadeOfTheFileName() {
        assertThat(titleOf("C:\\films\\My film.final.mp4")).isEqualTo("My film.final");
        assertThat(titleOf("a.mp4")).isEqualTo("a.mp4");
        assertThat(titleOf("a")).isEqualTo("Untitled");
        assertThat(titleOf("\ud83c\udfac".repeat(200) + ".mp4")).isEqualTo("\ud83c\udfac".repeat(120));
    }

    @Test
    void tagsMayBeJson() {
        NewUpload upload = announce(Map.of("tags", "[\"one, two\", \" three \"]"));
        assertThat(upload.file().details().tags()).containsExactly("one, two", "three");
    }

    @Test
    void aScheduledVideoIsPrivateUntilThen() {
        NewUpload upload = announce(Map.of("privacy", "public", "publishAt", "2030-01-31T18:00:00+02:00"));
        assertThat(upload.file().details().privacy()).isEqualTo(Privacy.PRIVATE);
        assertThat(upload.file().details().publishAt()).isEqualTo(Instant.parse("2030-01-31T16:00:00Z"));
    }

    @Test
    void aKeyWithoutValueAndUnknownKeysAreAllowed() {
        assertThat(UploadMetadata.parse("is_confidential, filetype dmlkZW8vbXA0")
                        .announce(1)
                        .file()
                        .filename())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name a b", "name !", "name /w==", "na\u00efve YQ==", "name YWJj,name YWJj", ",", "name YQ"})
    void aMalformedHeaderIsRefused(String header) {
        assertThatThrownBy(() -> UploadMetadata.parse(header).announce(1)).isInstanceOf(PlatformException.class);
    }

    @Test
    void whateverIsEncodedComesBack() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String description = text(random, 60);
            assertThat(announce(Map.of("description", description))
                            .file()
                            .details()
                            .description())
                    .isEqualTo(description);
        }
    }

    @Test
    void noHeaderBreaksTheReader() {
        Random random = new Random(2);
        String[] keys = {"name", "tags", "privacy", "publishAt", "licence", "nsfw", "channelId", "filename", "x"};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder header = new StringBuilder();
            for (int pair = random.nextInt(4); pair >= 0; pair--) {
                String value =
                        Base64.getEncoder().encodeToString(text(random, 20).getBytes(StandardCharsets.UTF_8));
                header.append(random.nextInt(5) == 0 ? text(random, 5) : keys[random.nextInt(keys.length)])
                        .append(random.nextInt(9) == 0 ? "" : " ")
                        .append(random.nextInt(6) == 0 ? text(random, 9) : value)
                        .append(random.nextInt(9) == 0 ? "" : ",");
            }
            try {
                assertThat(UploadMetadata.parse(header.toString()).announce(1).length())
                        .isEqualTo(1);
            } catch (PlatformException refused) {
                assertThat(refused.code().httpStatus()).isEqualTo(400);
                assertThat(refused.sentence()).contains(":").hasSizeLessThan(200);
            }
        }
    }

    private static NewUpload announce(Map<String, String> values) {
        return UploadMetadata.parse(TusTestClient.metadata(values)).announce(1);
    }

    private static String titleOf(String filename) {
        return announce(Map.of("filename", filename)).file().details().name();
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int[] letters = ALPHABET.codePoints().toArray();
        for (int at = random.nextInt(longest + 1); at > 0; at--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
