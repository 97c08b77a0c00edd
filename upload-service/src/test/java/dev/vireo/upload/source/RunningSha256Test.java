package dev.vireo.upload.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.upload.TestFilm;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunningSha256Test {
    @Test
    void aStoredStateGoesOnWhereItWas() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = TestFilm.of(random.nextInt(1_000), round);
            RunningSha256 digest = RunningSha256.start();
            int at = 0;
            while (at < bytes.length) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(150));
                digest.update(bytes, at, count);
                at += count;
                digest = RunningSha256.resume(digest.state());
            }
            assertThat(digest.value().toByteArray()).isEqualTo(TestFilm.digest("SHA-256", bytes));
            assertThat(digest.value()).isEqualTo(digest.value());
        }
    }
}
