package dev.vireo.seeder.ipfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DagNodeTest {
    private static final Cid LEAF = Cid.raw(Multihash.sha256(new byte[0]));

    @Test
    void comesBackAsItWas() {
        DagNode node = new DagNode(
                List.of(new DagLink("", LEAF, 0), new DagLink("é", LEAF, Long.MAX_VALUE)), new byte[] {8, 1});
        DagNode read = DagNode.decode(node.encode());
        assertThat(read.links()).isEqualTo(node.links());
        assertThat(read.data()).isEqualTo(node.data());
        assertThat(DagNode.decode(new byte[0]).links()).isEmpty();
    }

    @Test
    void linksStandBeforeDataWithTheirNames() {
        byte[] bytes = new DagNode(List.of(new DagLink("", LEAF, 3)), new byte[] {8, 1}).encode();
        assertThat(HexFormat.of().formatHex(bytes))
                .startsWith("122a0a24" + HexFormat.of().formatHex(LEAF.bytes()) + "12001803")
                .endsWith("0a020801");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a", "0a05", "0a000a00", "1200", "12021203", "1a00", "0800", "12041800", "ff"})
    void refusesWhatIsNone(String hex) {
        assertThatThrownBy(() -> DagNode.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedIpfsException.class);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        byte[] node = new DagNode(
                        List.of(new DagLink("a", LEAF, 1), new DagLink("b", LEAF, 2)), new byte[] {8, 2, 24, 3})
                .encode();
        Random random = new Random(8);
        for (int round = 0; round < 50_000; round++) {
            byte[] spoilt = node.clone();
            for (int times = 0; times <= random.nextInt(4); times++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(DagNode.decode(spoilt).links()).hasSizeLessThan(4);
            } catch (MalformedIpfsException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }
}
