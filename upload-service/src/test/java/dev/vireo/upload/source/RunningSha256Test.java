package dev.vireo.upload.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.upload.TestFilm;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA256Digest;
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

    @Test
    void aStoredStateIsTheSameOnEveryMachine() {
        for (int length = 0; length <= 200; length++) {
            byte[] bytes = TestFilm.of(length, 3);
            RunningSha256 digest = RunningSha256.start();
            digest.update(bytes, 0, length);
            SHA256Digest inJava = new SHA256Digest();
            inJava.update(bytes, 0, length);

            byte[] rest = TestFilm.of(100, 4);
            RunningSha256 taken = RunningSha256.resume(ByteString.copyFrom(inJava.getEncodedState()));
            taken.update(rest, 0, rest.length);
            SHA256Digest back = new SHA256Digest(digest.state().toByteArray());
            back.update(rest, 0, rest.length);
            byte[] value = new byte[32];
            back.doFinal(value, 0);

            assertThat(taken.value().toByteArray()).isEqualTo(value);
        }
    }
}
