package dev.vireo.seeder.unixfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UnixFsDataTest {
    @Test
    void comesBackAsItWas() {
        for (UnixFsData data : List.of(
                UnixFsData.file(ByteString.copyFromUtf8("abc"), 6, List.of(1L, 2L)),
                UnixFsData.directory(),
                UnixFsData.shard(ByteString.copyFromUtf8("bits"), 256))) {
            assertThat(UnixFsData.decode(data.encode())).isEqualTo(data);
        }
    }

    @Test
    void sizesOfPartsMayStandTogether() {
        UnixFsData data = UnixFsData.decode(HexFormat.of().parseHex("0802180322020102"));
        assertThat(data.type()).isEqualTo(UnixFsType.FILE);
        assertThat(data.parts()).containsExactly(1L, 2L);
        assertThat(data.size()).isEqualTo(3);
    }

    @Test
    void anyBytesAreReadOrRefused() {
        byte[] data = UnixFsData.file(ByteString.copyFromUtf8("abc"), 3, List.of(1L, 2L))
                .encode();
        Random random = new Random(8);
        for (int round = 0; round < 50_000; round++) {
            byte[] spoilt = data.clone();
            for (int times = 0; times <= random.nextInt(4); times++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(UnixFsData.decode(spoilt).type()).isNotNull();
            } catch (MalformedIpfsException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }
}
