package dev.vireo.gateway.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TorrentNameTest {
    private static final UUID VIDEO = UUID.fromString("01930000-0000-7000-8000-000000000001");

    @Test
    void readsWhatItWrites() {
        for (String ending : List.of("-720-fragmented.mp4", "-audio-fragmented.mp4", "-encoded-1080-fragmented.mp4")) {
            String file = VIDEO + ending;
            assertThat(TorrentName.parse(TorrentName.of(file))).contains(new TorrentName(VIDEO, file, false));
            assertThat(TorrentName.parse(TorrentName.old(file))).contains(new TorrentName(VIDEO, file, true));
        }
    }

    @Test
    void knowsNoOtherShape() {
        for (String name : List.of(
                "",
                "a.torrent",
                VIDEO + ".torrent",
                VIDEO + "-720.mp4",
                VIDEO + "-720/../x.torrent",
                VIDEO + "-720 .torrent",
                "../" + VIDEO + "-720.torrent",
                VIDEO.toString().toUpperCase(java.util.Locale.ROOT).replace('0', 'A') + "-720.torrent",
                VIDEO + "-" + "7".repeat(200) + ".torrent")) {
            assertThat(TorrentName.parse(name)).as(name).isEmpty();
        }
    }
}
