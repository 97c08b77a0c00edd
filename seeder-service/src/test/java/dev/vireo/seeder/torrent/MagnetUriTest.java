package dev.vireo.seeder.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MagnetUriTest {
    private static final InfohashV1 V1 = new InfohashV1("ab".repeat(20));
    private static final InfohashV2 V2 = new InfohashV2("cd".repeat(32));

    @Test
    void namesBothHashesAndEscapesTheRest() {
        MagnetUri magnet = new MagnetUri(
                V1,
                V2,
                "Näh & so",
                List.of("https://a/announce?x=1"),
                List.of("https://a/f.mp4"),
                List.of("https://a/f.torrent"),
                List.of("https://b/f.mp4"));

        assertThat(magnet)
                .hasToString("magnet:?xt=urn:btih:" + "ab".repeat(20) + "&xt=urn:btmh:1220" + "cd".repeat(32)
                        + "&dn=N%C3%A4h%20%26%20so&tr=https%3A%2F%2Fa%2Fannounce%3Fx%3D1&ws=https%3A%2F%2Fa%2Ff.mp4"
                        + "&xs=https%3A%2F%2Fa%2Ff.torrent&as=https%3A%2F%2Fb%2Ff.mp4");
    }

    @Test
    void mayNameOneHashButNotNone() {
        List<String> none = List.of();
        assertThat(new MagnetUri(V1, null, "", none, none, none, none))
                .hasToString("magnet:?xt=urn:btih:" + "ab".repeat(20));
        assertThatThrownBy(() -> new MagnetUri(null, null, "a", none, none, none, none))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cutsTheHashOfVersionTwoForTrackers() {
        assertThat(V2.truncated()).hasSize(20).startsWith(V2.bytes()[0]);
        assertThatThrownBy(() -> new InfohashV1("AB".repeat(20))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InfohashV2("ab".repeat(20))).isInstanceOf(IllegalArgumentException.class);
    }
}
