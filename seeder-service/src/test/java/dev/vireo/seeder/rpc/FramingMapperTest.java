package dev.vireo.seeder.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.swarm.v1.GetTorrentRequest;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.torrent.Framing;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FramingMapperTest {
    @Test
    void takesAddressesAndAComment() {
        var request = GetTorrentRequest.newBuilder()
                .addTrackers("wss://a.example/tracker/socket")
                .addTrackers("udp://a.example:6969")
                .addWebSeeds("https://a.example/media/f.mp4")
                .setComment("https://a.example/w/1")
                .build();

        assertThat(FramingMapper.framing(request))
                .isEqualTo(new Framing(
                        List.of("wss://a.example/tracker/socket", "udp://a.example:6969"),
                        List.of("https://a.example/media/f.mp4"),
                        "https://a.example/w/1",
                        "Vireo"));
    }

    @Test
    void refusesWhatIsNoAddressOrTooMuch() {
        for (String wrong : List.of("", "a", "/x", "file:///etc/passwd", "http://", "http://a b", "ftp://a/")) {
            refused(GetTorrentRequest.newBuilder().addTrackers(wrong));
            refused(GetTorrentRequest.newBuilder().addWebSeeds(wrong));
        }
        refused(GetTorrentRequest.newBuilder().addWebSeeds("udp://a.example:1"));
        refused(GetTorrentRequest.newBuilder().addWebSeeds("http://a/" + "b".repeat(2000)));
        refused(GetTorrentRequest.newBuilder().addAllTrackers(Collections.nCopies(21, "http://a.example/")));
        refused(GetTorrentRequest.newBuilder().setComment("a".repeat(1001)));
    }

    private static void refused(GetTorrentRequest.Builder request) {
        assertThatThrownBy(() -> FramingMapper.framing(request.build())).isInstanceOf(PlatformException.class);
    }
}
