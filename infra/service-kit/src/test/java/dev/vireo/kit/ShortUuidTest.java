package dev.vireo.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortUuidTest {
    @Test
    void isPeerTubesForm() {
        assertThat(ShortUuid.encode(UUID.fromString("ec504e26-0929-49ad-bbe0-a03e9eeb2ca4")))
                .isEqualTo("vbuXB3n1SuQ6C6CpudRNJ1");
    }

    @Test
    void padsSmallNumbersAndKeepsTheLargest() {
        assertThat(ShortUuid.encode(new UUID(0, 0))).isEqualTo("1".repeat(22));
        UUID largest = new UUID(-1, -1);
        assertThat(ShortUuid.parse(ShortUuid.encode(largest))).contains(largest);
    }

    @Test
    void decodesWhateverItEncodes() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            assertThat(ShortUuid.parse(ShortUuid.encode(id))).contains(id);
            assertThat(ShortUuid.parse(id.toString())).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "vbuXB3n1SuQ6C6CpudRNJ",
                "vbuXB3n1SuQ6C6CpudRNJ0",
                "ZZZZZZZZZZZZZZZZZZZZZZ",
                "ec504e26-0929-49ad-bbe0-a03e9eeb2ca",
                "1-1-1-1-1",
                "ec504e26-0929-49ad-bbe0-a03e9eeb2cag",
                "../../../../../etc/pas"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(ShortUuid.parse(text)).isEmpty();
    }
}
