package dev.vireo.seeder.ipfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CidTest {
    private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);
    private static final String RAW = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";
    private static final String OLD = "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD";

    @Test
    void isTheDigestOfABlock() {
        Cid cid = Cid.raw(Multihash.sha256(HELLO));
        assertThat(cid).hasToString(RAW).isEqualTo(Cid.parse(RAW));
        assertThat(new Block(cid, HELLO).isWhole()).isTrue();
        assertThat(new Block(cid, new byte[11]).isWhole()).isFalse();
    }

    @Test
    void isReadInEveryBase() {
        byte[] bytes = Cid.parse(RAW).bytes();
        for (String text : new String[] {
            RAW.toUpperCase(java.util.Locale.ROOT),
            "f" + HexFormat.of().formatHex(bytes),
            "F" + HexFormat.of().withUpperCase().formatHex(bytes),
            "z" + Multibase.base58(bytes),
            Cid.parse(RAW).base36(),
            "m" + java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes),
            "u" + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        }) {
            assertThat(Cid.parse(text)).as(text).isEqualTo(Cid.parse(RAW));
        }
    }

    @Test
    void ofVersion0KeepsItsForm() {
        Cid old = Cid.parse(OLD);
        assertThat(old).hasToString(OLD);
        assertThat(old.version()).isZero();
        assertThat(old.canonical().version()).isEqualTo(1);
        assertThat(old.canonical().hash()).isEqualTo(old.hash());
        assertThat(Cid.of(old.bytes())).isEqualTo(old);
    }

    @Test
    void mayHoldTheBlockItself() {
        Cid inline = Cid.parse("bafkqaaa");
        assertThat(inline.hash().code()).isEqualTo(Multihash.IDENTITY);
        assertThat(inline.hash().holds(ByteBuffer.allocate(0))).isTrue();
        assertThat(inline.hash().holds(ByteBuffer.allocate(1))).isFalse();
        assertThatThrownBy(() -> new Multihash(Multihash.IDENTITY, new byte[129]))
                .isInstanceOf(MalformedIpfsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "b",
                "Q",
                "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyf0",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5",
                "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5eaa",
                "bAFKREIFZJUT3TE2NHYEKKLSS27NH3K72YSCO7Y32KOAO5EEI66WOF36N5E",
                "zQmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD",
                "f02551220",
                "f01551200",
                "f0155122000",
                "f81015512",
                "f0180808080808080808080",
                "x1234",
                "../../etc/passwd"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Cid.parse(text)).isInstanceOf(MalformedIpfsException.class);
    }

    @Test
    void anyBytesAreACidOrRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(50)];
            random.nextBytes(bytes);
            if (bytes.length > 4) {
                bytes[0] = 1;
                bytes[1] = 0x55;
                bytes[2] = (byte) random.nextInt(0x20);
                bytes[3] = (byte) random.nextInt(0x40);
            }
            try {
                assertThat(Cid.of(bytes).bytes()).isEqualTo(bytes);
            } catch (MalformedIpfsException refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }
}
