package dev.vireo.seeder.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class KeyAgreementTest {
    private final SecureRandom random = new SecureRandom();
    private final byte[] infohash = new byte[20];

    @Test
    void bothSidesKnowTheSameSecret() throws Exception {
        for (int round = 0; round < 50; round++) {
            KeyAgreement one = new KeyAgreement(random);
            KeyAgreement two = new KeyAgreement(random);
            byte[] secret = one.secret(two.publicKey());
            assertThat(two.secret(one.publicKey())).isEqualTo(secret).hasSize(KeyAgreement.KEY_BYTES);
            byte[] said = "something".getBytes(StandardCharsets.US_ASCII);
            byte[] hidden = KeyAgreement.fromInitiator(secret, infohash).update(said);
            assertThat(hidden).isNotEqualTo(said);
            assertThat(KeyAgreement.fromInitiator(secret, infohash).update(hidden))
                    .isEqualTo(said);
            assertThat(KeyAgreement.toInitiator(secret, infohash).update(hidden))
                    .isNotEqualTo(said);
        }
    }

    @Test
    void aHiddenNameComesOutAgain() {
        byte[] secret = new byte[KeyAgreement.KEY_BYTES];
        byte[] name = KeyAgreement.obfuscated(infohash);
        byte[] hidden = KeyAgreement.reveal(name, secret);
        assertThat(hidden).isNotEqualTo(name);
        assertThat(KeyAgreement.reveal(hidden, secret)).isEqualTo(name);
    }

    @Test
    void refusesKeysThatMakeTheSecretKnown() {
        KeyAgreement own = new KeyAgreement(random);
        byte[] zero = new byte[KeyAgreement.KEY_BYTES];
        byte[] one = zero.clone();
        one[one.length - 1] = 1;
        byte[] most = zero.clone();
        Arrays.fill(most, (byte) 0xff);
        for (byte[] weak : new byte[][] {zero, one, most}) {
            assertThatThrownBy(() -> own.secret(weak)).isInstanceOf(MalformedMessageException.class);
        }
    }
}
