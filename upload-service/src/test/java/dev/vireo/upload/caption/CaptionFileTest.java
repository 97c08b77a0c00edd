package dev.vireo.upload.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaptionFileTest {
    @Test
    void readsWebVtt() {
        List<Cue> cues = read("""
                \uFEFFWEBVTT - a film
                Kind: captions

                STYLE
                ::cue { color: red }

                REGION
                id:fred

                NOTE
                nobody reads this

                intro
                00:01.500 --> 00:04.000 line:0 position:20%
                <v Bob>Good <i>morning</i>,
                Fish &amp; chips

                00:00:05.000\t-->\t00:00:06.000
                <c.loud>a &lt; b</c> <00:00:05.500>now""");

        assertThat(cues)
                .containsExactly(
                        new Cue(1_500, 4_000, "Good <i>morning</i>,\nFish &amp; chips", "Good morning, Fish & chips"),
                        new Cue(5_000, 6_000, "a &lt; b now", "a < b now"));
    }

    @Test
    void readsSubRip() {
        List<Cue> cues = read("""
                1
                00:01:02,500 --> 00:01:04,000 X1:1 X2:2
                {\\an8}<font color="red">Hello</font>

                2
                100:00:00,000 --> 100:00:01,000
                - Who?
                - <b>You.


                3
                100:00:02,000 --> 100:00:02,000
                I <3 this
                """.replace("\n", "\r\n"));

        assertThat(cues)
                .containsExactly(
                        new Cue(62_500, 64_000, "Hello", "Hello"),
                        new Cue(360_000_000, 360_001_000, "- Who?\n- <b>You.</b>", "- Who? - You."),
                        new Cue(360_002_000, 360_002_001, "I &lt;3 this", "I <3 this"));
    }

    @Test
    void keepsTheWordsOfCuesThatStandTogetherOrHaveBlankLines() {
        assertThat(read("""
                        1
                        0:01,000 --> 0:02,000
                        One
                        2
                        0:03,000 --> 0:04,000
                        Two

                        more of it

                        0:05,000 --> 0:06,000
                        """)).extracting(Cue::text).containsExactly("One", "Two more of it");
    }

    @Test
    void putsCuesIntoTheirOrder() {
        assertThat(read("WEBVTT\n\n00:09.000 --> 00:10.000\nlast\n\n00:01.000 --> 00:02.000\nfirst"))
                .extracting(Cue::text)
                .containsExactly("first", "last");
    }

    @Test
    void decodesReferencesAndDropsWhatNoPlayerShows() {
        assertThat(
                        read(
                                "WEBVTT\n\n00:01.000 --> 00:02.000\n&#72;&#x49;&nbsp;&#0;&#xD800;&#9999999;&#x1F600;&copy; & <b>b<i>i</b>\u0007"))
                .containsExactly(new Cue(
                        1_000,
                        2_000,
                        "HI\u00A0 \uFFFD\uFFFD\uD83D\uDE00&amp;copy; &amp; <b>b<i>i </i></b>",
                        "HI \uFFFD\uFFFD\uD83D\uDE00&copy; & bi"));
    }

    @Test
    void refusesWhatItCannotReadAndSaysWhere() {
        assertRefused("", "no words");
        assertRefused("<html><body>Not found</body></html>", "WebVTT or SubRip");
        assertRefused("WEBVTT", "no words");
        assertRefused("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>", "no words");
        assertRefused("WEBVTT\n\nHello", "line 3");
        assertRefused("WEBVTT\n\n00:01.000 --> 00:61.000\nHello", "line 3");
        assertRefused("WEBVTT\n\n00:02.000 --> 00:01.000\nHello", "line 3");
        assertRefused("1\n00:00:01,00 --> 00:00:02,000\nHello", "line 2");
        assertRefused("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "a".repeat(1_001), "1000 characters");
        assertRefused("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<b>".repeat(4_000), "too long");
        assertThatThrownBy(() ->
                        CaptionFile.read("WEBVTT\n\n00:01.000 --> 00:02.000\né".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() ->
                        CaptionFile.read("WEBVTT\n\n00:01.000 --> 00:02.000\né".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("UTF-8");
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("captionfile: ")
                .hasMessageContaining(why);
    }

    private static List<Cue> read(String text) {
        return CaptionFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
