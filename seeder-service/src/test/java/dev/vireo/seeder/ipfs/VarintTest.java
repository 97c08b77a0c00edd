package dev.vireo.seeder.ipfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VarintTest {
    @Test
    void comesBackAsItWas() {
        for (long number : new long[] {0, 1, 127, 128, 255, 300, 16_383, 16_384, 1L << 35, Long.MAX_VALUE}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Varint.write(number, bytes);
            assertThat(bytes.size()).isEqualTo(Varint.size(number));
            assertThat(Varint.read(ByteBuffer.wrap(bytes.toByteArray()))).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "8000", "ff00", "ffffffffffffffffff01", "80808080808080808001"})
    void hasOneForm(String hex) {
        assertThatThrownBy(() -> Varint.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isInstanceOf(MalformedIpfsException.class);
    }
}
