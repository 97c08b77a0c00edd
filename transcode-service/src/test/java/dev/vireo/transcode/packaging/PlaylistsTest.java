package dev.vireo.transcode.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaylistsTest {

    private static final List<PlaylistSegment> SEGMENTS = List.of(
            new PlaylistSegment("720p/0.m4s", 1000, 4_004_000, "aa"),
            new PlaylistSegment("720p/1-2.m4s", 500, 1_001_000, "bb"));

    @Test
    void aFinishedRenditionIsAddressedByByteRanges() {
        assertThat(MediaPlaylist.vod("v-720-fragmented.mp4", 800, SEGMENTS)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:4
                        #EXT-X-MEDIA-SEQUENCE:0
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MAP:URI="v-720-fragmented.mp4",BYTERANGE="800@0"
                        #EXTINF:4.004000,
                        #EXT-X-BYTERANGE:1000@800
                        v-720-fragmented.mp4
                        #EXTINF:1.001000,
                        #EXT-X-BYTERANGE:500@1800
                        v-720-fragmented.mp4
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void aGrowingRenditionListsObjectsAndEndsWhenItIsWhole() {
        String growing = MediaPlaylist.event("720p/init.mp4", SEGMENTS, 0, false);
        assertThat(growing).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:4
                        #EXT-X-MEDIA-SEQUENCE:0
                        #EXT-X-PLAYLIST-TYPE:EVENT
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MAP:URI="720p/init.mp4"
                        #EXTINF:4.004000,
                        720p/0.m4s
                        #EXTINF:1.001000,
                        720p/1-2.m4s
                        """);
        assertThat(MediaPlaylist.event("720p/init.mp4", SEGMENTS, 0, true)).isEqualTo(growing + "#EXT-X-ENDLIST\n");
    }

    @Test
    void theTargetOfAGrowingRenditionIsKnownBeforeItsSegments() {
        assertThat(MediaPlaylist.event("1080p/init.mp4", SEGMENTS, 16_000_000, false))
                .contains("#EXT-X-TARGETDURATION:16\n");
    }

    @Test
    void variantStreamsShareTheAudio() {
        AudioRendition audio = new AudioRendition("v-audio.m3u8", 130_000, 128_000, 2, "mp4a.40.2");
        VariantStream high = new VariantStream("v-720.m3u8", 3_000_000, 2_000_000, 1280, 720, "29.970", "avc1.64001f");
        VariantStream low = new VariantStream("v-240.m3u8", 300_000, 0, 426, 240, "29.970", "avc1.640015");
        assertThat(MultivariantPlaylist.of(List.of(high, low), audio)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Audio",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="v-audio.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=3130000,AVERAGE-BANDWIDTH=2128000,RESOLUTION=1280x720,FRAME-RATE=29.970,CODECS="avc1.64001f,mp4a.40.2",AUDIO="audio"
                        v-720.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=430000,RESOLUTION=426x240,FRAME-RATE=29.970,CODECS="avc1.640015,mp4a.40.2",AUDIO="audio"
                        v-240.m3u8
                        """);
        assertThat(MultivariantPlaylist.of(List.of(high), null))
                .endsWith("FRAME-RATE=29.970,CODECS=\"avc1.64001f\"\nv-720.m3u8\n");
        assertThat(MultivariantPlaylist.of(List.of(), audio)).endsWith("""
                        #EXT-X-STREAM-INF:BANDWIDTH=130000,AVERAGE-BANDWIDTH=128000,CODECS="mp4a.40.2"
                        v-audio.m3u8
                        """);
    }

    @Test
    void digestsAreKeyedByFileAndInclusiveRange() {
        assertThat(new SegmentDigests()
                        .add("a.mp4", 800, SEGMENTS)
                        .add("b.mp4", 10, SEGMENTS.subList(0, 1))
                        .json())
                .isEqualTo("""
                        {
                          "a.mp4": {
                            "800-1799": "aa",
                            "1800-2299": "bb"
                          },
                          "b.mp4": {
                            "10-1009": "aa"
                          }
                        }
                        """);
    }

    @Test
    void bandwidthIsThatOfTheLargestSegmentAndOfTheWhole() {
        assertThat(Bandwidth.of(SEGMENTS)).isEqualTo(new Bandwidth(500 * 8 * 1_000_000L / 1_001_000, 2397));
        assertThat(Bandwidth.of(List.of())).isEqualTo(new Bandwidth(0, 0));
    }
}
