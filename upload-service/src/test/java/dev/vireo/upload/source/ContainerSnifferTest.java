package dev.vireo.upload.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerSnifferTest {
    @ParameterizedTest
    @CsvSource({
        "0000001866747970 69736f6d00000200, video/mp4",
        "0000001c66747970 4d344120, video/mp4",
        "0000001466747970 71742020, video/quicktime",
        "00000008 77696465 00000000, video/quicktime",
        "1a45dfa3 9f4286810142f7810142f2810442f381084282847765626d, video/webm",
        "1a45dfa3 a34286810142f7810142f2810442f381084282886d6174726f736b61, video/x-matroska",
        "52494646 00000000 41564920, video/x-msvideo",
        "52494646 00000000 57415645, audio/wav",
        "4f676753 0002, application/ogg",
        "464c5601 05, video/x-flv",
        "3026b275 8e66cf11, video/x-ms-asf",
        "000001ba 44, video/mpeg",
        "060e2b34 02050101, application/mxf",
        "664c6143 00, audio/flac",
        "494433 04, audio/mpeg",
        "fffb9064, audio/mpeg",
        "fff15080, audio/aac"
    })
    void containersOfFilmAndSoundAreKnown(String hex, String mediaType) {
        assertThat(ContainerSniffer.sniff(bytes(hex))).contains(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd",
                "ffconcat version 1.0\nfile '/etc/passwd'",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"http://10.0.0.1/\"/></svg>",
                "<?xml version=\"1.0\"?><MPD/>",
                "%PDF-1.7",
                "PK\u0003\u0004",
                "GIF89a",
                "MZ",
                "\u007fELF",
                "#!/bin/sh",
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1",
                ""
            })
    void playlistsScriptsAndPicturesAreNot(String text) {
        assertThat(ContainerSniffer.sniff(ByteString.copyFrom(text, StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a",
                "ffd8ffe000104a46",
                "0000001c66747970 61766966",
                "0000001866747970 68656963",
                "fffe6100"
            })
    void picturesInAnyDressAreNot(String hex) {
        assertThat(ContainerSniffer.sniff(bytes(hex))).isEmpty();
    }

    @Test
    void transportStreamsAreKnownByTheirPackets() {
        byte[] stream = new byte[188 * 6];
        for (int at = 0; at < stream.length; at += 188) {
            stream[at] = 0x47;
        }
        assertThat(ContainerSniffer.sniff(ByteString.copyFrom(stream))).contains("video/mp2t");
        stream[188 * 2] = 0;
        assertThat(ContainerSniffer.sniff(ByteString.copyFrom(stream))).isEmpty();
        assertThat(ContainerSniffer.sniff(ByteString.copyFromUtf8("G"))).isEmpty();
    }

    @Test
    void noBytesBreakIt() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] head = new byte[random.nextInt(64)];
            random.nextBytes(head);
            assertThat(ContainerSniffer.sniff(ByteString.copyFrom(head))).isNotNull();
        }
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
