package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MediaPathTest {
    private static final String VIDEO = "01930000-0000-7000-8000-000000000001";
    private static final InstanceId MAIN = new InstanceId("main");

    @Test
    void readsEveryKindOfFile() {
        assertKind(VIDEO + "-720-fragmented.mp4", MediaPath.Kind.FILE, "video/mp4");
        assertKind(VIDEO + "-audio-fragmented.mp4", MediaPath.Kind.FILE, "audio/mp4");
        assertKind("master.m3u8", MediaPath.Kind.PLAYLIST, "application/vnd.apple.mpegurl");
        assertKind("segments-sha256.json", MediaPath.Kind.FILE, "application/json");
        assertKind(VIDEO + "-poster.jpg", MediaPath.Kind.FILE, "image/jpeg");
        assertKind(VIDEO + "-storyboard.vtt", MediaPath.Kind.FILE, "text/vtt;charset=utf-8");
        assertKind("progress/master.m3u8", MediaPath.Kind.GROWING_PLAYLIST, "application/vnd.apple.mpegurl");
        assertKind("progress/720p.m3u8", MediaPath.Kind.GROWING_PLAYLIST, "application/vnd.apple.mpegurl");
        assertKind("progress/720p/init.mp4", MediaPath.Kind.GROWING_SEGMENT, "video/mp4");
        assertKind("progress/audio/init.mp4", MediaPath.Kind.GROWING_SEGMENT, "audio/mp4");
        assertKind("progress/720p/init-00c0ffee00c0ffee.mp4", MediaPath.Kind.GROWING_SEGMENT, "video/mp4");
        for (String segment : List.of("17-00c0ffee00c0ffee", "17", "17-2", "17-copy", "17-copy-30")) {
            assertKind("progress/720p/" + segment + ".m4s", MediaPath.Kind.GROWING_SEGMENT, "video/iso.segment");
        }
    }

    private static void assertKind(String file, MediaPath.Kind kind, String type) {
        MediaPath path = MediaPath.parse("/media/" + VIDEO + "/12/" + file).orElseThrow();
        assertThat(path.kind()).as(file).isEqualTo(kind);
        assertThat(path.type()).as(file).isEqualTo(type);
        assertThat(path.key(MAIN).value()).isEqualTo("main/" + VIDEO + "/12/" + file);
        assertThat(path.grant()).isNull();
    }

    @Test
    void readsCaptionsWhichNoVersionHas() {
        MediaPath path = MediaPath.parse("/media/" + VIDEO + "/captions/zh-Hans-00c0ffee00c0ffee.vtt")
                .orElseThrow();
        assertThat(path.kind()).isEqualTo(MediaPath.Kind.CAPTIONS);
        assertThat(path.type()).isEqualTo("text/vtt;charset=utf-8");
        assertThat(path.version()).isEqualTo(MediaPath.CAPTIONS);
        assertThat(path.key(MAIN).value()).isEqualTo("main/" + VIDEO + "/captions/zh-Hans-00c0ffee00c0ffee.vtt");
    }

    @Test
    void knowsWhichGrowingPlaylistIsAskedFor() {
        assertThat(MediaPath.parse("/media/" + VIDEO + "/1/progress/master.m3u8")
                        .orElseThrow()
                        .rendition())
                .isEmpty();
        assertThat(MediaPath.parse("/media/" + VIDEO + "/1/progress/360p.m3u8")
                        .orElseThrow()
                        .rendition())
                .isEqualTo("360p");
    }

    @Test
    void readsTheGrantOfASignedPath() {
        String mac = "a".repeat(43);
        MediaPath path = MediaPath.parse("/media/s/1790000000-" + mac + "/" + VIDEO + "/1/master.m3u8")
                .orElseThrow();
        assertThat(path.grant()).isEqualTo(new MediaPath.Grant(1_790_000_000L, mac));
        assertThat(path.key(MAIN).value()).isEqualTo("main/" + VIDEO + "/1/master.m3u8");
    }

    @Test
    void refusesEveryOtherShape() {
        for (String path : new String[] {
            "/media/",
            "/media/" + VIDEO + "/0/master.m3u8",
            "/media/" + VIDEO + "/captions/en.vtt",
            "/media/" + VIDEO + "/captions/en-00c0ffee00c0ffee.mp4",
            "/media/" + VIDEO + "/captions/../1/en-00c0ffee00c0ffee.vtt",
            "/media/" + VIDEO + "/1/captions/en-00c0ffee00c0ffee.vtt",
            "/media/" + VIDEO + "/01/master.m3u8",
            "/media/" + VIDEO.toUpperCase(java.util.Locale.ROOT) + "A/1/master.m3u8",
            "/media/" + VIDEO + "/1/../../uploads/source.mp4",
            "/media/" + VIDEO + "/1/..mp4",
            "/media/" + VIDEO + "/1/a..mp4",
            "/media/" + VIDEO + "/1/.hidden.mp4",
            "/media/" + VIDEO + "/1/a%2fb.mp4",
            "/media/" + VIDEO + "/1/a;b.mp4",
            "/media/" + VIDEO + "/1/source",
            "/media/" + VIDEO + "/1/progress/720p/../x.m4s",
            "/media/" + VIDEO + "/1/progress/720p/-1.m4s",
            "/media/" + VIDEO + "/1/progress/720p/1-00C0FFEE00C0FFEE.m4s",
            "/media/" + VIDEO + "/1/progress/720p/init-00c0ffee.mp4",
            "/media/uploads/x/source.mp4",
            "/media/s/1790000000-short/" + VIDEO + "/1/master.m3u8"
        }) {
            assertThat(MediaPath.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void whateverComesNamesAKeyBelowItsVersionOrNothing() {
        Random random = new Random(11);
        String alphabet = "abz019./-_%\\;~A ";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder file = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                file.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            MediaPath.parse("/media/" + VIDEO + "/1/" + file + (round % 2 == 0 ? ".mp4" : ""))
                    .ifPresent(path -> assertThat(path.key(MAIN).value())
                            .startsWith("main/" + VIDEO + "/1/")
                            .doesNotContain("..", "//", "%", "\\"));
        }
    }
}
