package dev.vireo.seeder.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The names were made by p2p-media-loader-core 2.3.1 itself. */
final class PlayerStreamsTest {
    private static final String SWARM = PlayerStreams.swarm("0193a1b2-0000-7000-8000-000000000001", 3);
    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";

    @Test
    void namesStreamsAsThePlayerDoes() {
        String playlist = HEAD
                + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"Audio\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\","
                + "URI=\"a.m3u8\"\n"
                + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\" Ton \",LANGUAGE=\"DEU\",CHANNELS=\"16/JOC\","
                + "URI=\"b.m3u8\"\n"
                + "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subs\",NAME=\"English\",URI=\"c.m3u8\"\n"
                + "#EXT-X-STREAM-INF:BANDWIDTH=4628000,AVERAGE-BANDWIDTH=4000000,RESOLUTION=1920x1080,FRAME-RATE=29.970,"
                + "CODECS=\"avc1.640028,mp4a.40.2\",AUDIO=\"audio\"\n1080.m3u8\n"
                + "#EXT-X-STREAM-INF:BANDWIDTH=1500000,RESOLUTION=1280x720,FRAME-RATE=25.000,VIDEO-RANGE=sdr,"
                + "CODECS=\"hvc1.1.6.L93.B0,avc1.64001F,mp4a.40.2\",AUDIO=\"audio\"\n720.m3u8\n";
        assertThat(names(playlist))
                .containsExactly(
                        "A9WP6vR/G+gZgEMUFbhW", "GarqL4+kaHp5q5bEwW98", "73LRIM+HEU3goILWQ7qH", "eBQ+o/YZYeH2QYMSppGa");
    }

    @Test
    void namesAnAudioAloneAsAVariant() {
        assertThat(names(HEAD + "#EXT-X-STREAM-INF:BANDWIDTH=130000,CODECS=\"mp4a.40.2\"\na.m3u8\n"))
                .containsExactly("RWh5ghTUhjt9pOVrpdr0");
    }

    @Test
    void namesNothingOfWhatIsNoPlaylistAndNotTooMuch() {
        assertThat(names("")).isEmpty();
        assertThat(names("#EXTM3U\n")).isEmpty();
        StringBuilder many = new StringBuilder(HEAD);
        for (int number = 0; number < 5000; number++) {
            many.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(number).append('\n');
        }
        assertThat(names(many.toString())).hasSize(100);
        Random random = new Random(9);
        String signs = "#EXT-X-STREAM-INF:BANDWIDTH=1,\"xCODECS=\n";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int sign = random.nextInt(200); sign > 0; sign--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(names("#EXT-X-STREAM-INF:" + text + "\n#EXT-X-MEDIA:TYPE=AUDIO," + text))
                    .hasSizeLessThan(50);
        }
    }

    private static List<String> names(String playlist) {
        return PlayerStreams.hashes(SWARM, playlist).stream()
                .map(hash -> new String(hash.bytes(), StandardCharsets.US_ASCII))
                .toList();
    }
}
