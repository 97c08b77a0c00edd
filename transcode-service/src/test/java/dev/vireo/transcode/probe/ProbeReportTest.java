package dev.vireo.transcode.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ProbeReportTest {

    private static final SourceLimitProperties LIMITS =
            new SourceLimitProperties(40_000_000, Duration.ofHours(24), 3, DataSize.ofGigabytes(1), 60);
    private static final String VIDEO = """
            {"index":0,"codec_type":"video","codec_name":"h264","width":640,"height":360,"r_frame_rate":"25/1",
             "avg_frame_rate":"25/1","start_time":"0.080000","duration":"6.000000","sample_aspect_ratio":"1:1"}""";
    private static final String AUDIO = """
            {"index":1,"codec_type":"audio","codec_name":"aac","channels":2,"start_time":"0.0","duration":"6.5"}""";

    @Test
    void readsAFilm() {
        ProbedSource source = read(VIDEO, AUDIO);
        VideoTrack video = source.video();
        assertThat(video).isNotNull();
        assertThat(List.of(video.width(), video.height())).containsExactly(640, 360);
        assertThat(video.startMicros()).isEqualTo(80_000);
        assertThat(video.frames()).isEqualTo(150);
        assertThat(source.audio()).isNotNull();
        assertThat(source.coverStream()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"-90,360,640", "90,360,640", "270,360,640", "180,640,360", "0,640,360", "45,640,360"})
    void turnsPictures(String rotation, int width, int height) {
        String side = "\"side_data_list\":[{\"side_data_type\":\"Display Matrix\",\"rotation\":" + rotation + "}]";
        VideoTrack video =
                read(VIDEO.replace("\"index\":0", "\"index\":0," + side)).video();
        assertThat(video).isNotNull();
        assertThat(List.of(video.width(), video.height())).containsExactly(width, height);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"duration\":\"6.000000\"', '\"duration\":\"31536000\"', too_long",
        "'\"duration\":\"6.000000\"', '\"tags\":{\"DURATION\":\"27777:46:41.0\"}', too_long",
        "'\"width\":640', '\"width\":200000', picture_too_large",
        "'\"width\":640', '\"width\":0', not_a_video",
        "'\"codec_type\":\"video\"', '\"codec_type\":\"data\"', not_a_video",
    })
    void refusesWithACode(String text, String instead, String code) {
        assertThatThrownBy(() -> read(VIDEO.replace(text, instead)))
                .isInstanceOfSatisfying(
                        SourceRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void refusesTooManyTracks() {
        assertThatThrownBy(() -> read(VIDEO, AUDIO, AUDIO, AUDIO)).hasMessageContaining("more than 3 tracks");
    }

    /** Whatever a file makes ffprobe say, it is refused with a sentence, or the plan is within the limits. */
    @Test
    void nonsenseIsRefusedOrWithinTheLimits() {
        Random random = new Random(17);
        List<String> values = List.of(
                "null",
                "-1",
                "0",
                "1e308",
                "\"nan\"",
                "\"inf\"",
                "\"-9e18\"",
                "\"9223372036854775807\"",
                "[]",
                "{}",
                "\"1/0\"",
                "\"0/0\"",
                "\"1:0\"",
                "\"99999999:99:99\"",
                "2147483648",
                "\"\"",
                "true");
        String[] keys = (VIDEO + AUDIO).split("\"", -1);
        for (int round = 0; round < 20_000; round++) {
            String text = VIDEO + "," + AUDIO;
            for (int change = 0; change <= random.nextInt(3); change++) {
                String key = keys[1 + 2 * random.nextInt(keys.length / 2)];
                String value = values.get(random.nextInt(values.size()));
                text = text.replaceFirst("\"" + key + "\":(\"[^\"]*\"|\\d+)", "\"" + key + "\":" + value);
            }
            requireSane(text);
        }
    }

    private static void requireSane(String streams) {
        try {
            ProbedSource source = read(streams);
            VideoTrack video = source.video();
            if (video != null) {
                assertThat((long) video.width() * video.height()).as(streams).isPositive();
                assertThat(video.rate().perSecond()).as(streams).isBetween(0.0, 60.0);
                assertThat(video.durationMicros()).as(streams).isLessThanOrEqualTo(LIMITS.maxMicros());
                assertThat(video.frames()).as(streams).isBetween(1L, 24 * 3600 * 60L);
            }
        } catch (SourceRefusedException refused) {
            assertThat(refused.sentence()).endsWith(".");
        } catch (JacksonException unreadable) {
            assertThat(unreadable).as("refused by SourceProbe").isNotNull();
        }
    }

    private static ProbedSource read(String... streams) {
        String report = "{\"format\":{\"format_name\":\"mov,mp4\",\"start_time\":\"0\",\"duration\":\"6.5\"},"
                + "\"streams\":[" + String.join(",", streams) + "]}";
        return new ProbeReport(JsonMapper.shared().readTree(report), LIMITS).source();
    }
}
