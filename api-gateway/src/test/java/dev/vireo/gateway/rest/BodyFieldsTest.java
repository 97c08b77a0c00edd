package dev.vireo.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.catalog.VideoChange;
import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BodyFieldsTest {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static BodyFields fields(String type, String body) {
        return BodyFields.parse(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static VideoChange change(String json) {
        return VideoChanges.of(fields(JSON, json), null);
    }

    @Test
    void whatIsAbsentStays() {
        VideoChange nothing = change("{}");
        assertThat(nothing.texts()).isEqualTo(new VideoChange.Texts(null, null, null, null, null, null, null));
        assertThat(nothing.privacy()).isNull();
        assertThat(nothing.schedule()).isNull();
        assertThat(nothing.revision()).isNull();
    }

    @Test
    void nullRemoves() {
        VideoChange.Texts texts = change(
                        "{\"description\":null,\"tags\":null,\"language\":null,\"licence\":null,\"category\":null}")
                .texts();
        assertThat(texts).isEqualTo(new VideoChange.Texts(null, "", List.of(), "", 0, 0, null));
        assertThat(VideoChanges.of(fields(FORM, "licence=null&tags="), null).texts())
                .isEqualTo(new VideoChange.Texts(null, null, List.of(), null, 0, null, null));
        assertThat(change("{\"tags\": []}").texts().tags()).isEmpty();
    }

    @Test
    void readsASchedule() {
        assertThat(change("{\"scheduleUpdate\":{\"updateAt\":\"2030-01-31T10:00:00+01:00\",\"privacy\":1}}")
                        .schedule())
                .isEqualTo(new VideoChange.Schedule(Instant.parse("2030-01-31T09:00:00Z")));
        assertThat(change("{\"scheduleUpdate\":null}").schedule()).isEqualTo(new VideoChange.Schedule(null));
        assertThat(VideoChanges.of(fields(FORM, "scheduleUpdate[updateAt]=2030-01-31T10:00:00Z&privacy=3"), null)
                        .schedule())
                .isEqualTo(new VideoChange.Schedule(Instant.parse("2030-01-31T10:00:00Z")));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertWrong("privacy", "{\"privacy\": 5}");
        assertWrong("privacy", "{\"privacy\": \"x\"}");
        assertWrong("nsfw", "{\"nsfw\": \"maybe\"}");
        assertWrong("videoPasswords", "{\"videoPasswords\": [\"x\"]}");
        assertWrong("scheduleUpdate.updateAt", "{\"scheduleUpdate\":{\"updateAt\":\"soon\"}}");
        assertWrong("revision", "{\"revision\": \"x\"}");
        assertWrong("body", "[]");
        assertWrong("body", "{");
        assertThatThrownBy(() -> fields(FORM, "name=%")).hasMessageStartingWith("body: ");
    }

    private static void assertWrong(String field, String json) {
        assertThatThrownBy(() -> change(json))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith(field + ": ");
    }

    @Test
    void knowsPeerTubesPrivacies() {
        for (Privacy privacy : Privacy.values()) {
            assertThat(change("{\"privacy\": " + privacy.id() + "}").privacy()).isEqualTo(privacy);
        }
    }

    @Test
    void refusesAFileByItsName() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"thumbnailfile\"; filename=\"a.jpg\"\r\n\r\nx\r\n--b--";
        assertThatThrownBy(() -> fields("multipart/form-data; boundary=\"b\"", body))
                .hasMessageStartingWith("thumbnailfile: ");
    }

    @Test
    void brokenMultipartBodiesAreRefusedAndNeverHang() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nA film\r\n--b--\r\n";
        Random random = new Random(1);
        for (int cut = 0; cut < body.length(); cut++) {
            String broken = body.substring(0, cut) + (char) random.nextInt(128) + body.substring(cut);
            try {
                fields("multipart/form-data; boundary=b", broken);
            } catch (PlatformException refused) {
                assertThat(refused.code().httpStatus()).isEqualTo(400);
            }
        }
    }
}
