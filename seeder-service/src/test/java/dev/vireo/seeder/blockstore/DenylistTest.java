package dev.vireo.seeder.blockstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.ipfs.Cid;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DenylistTest {
    private static final String PLAIN = "bafybeihvvulpp4evxj7x7armbqcyg6uezzuig6jp3lktpbovlqfkuqeuoq";

    /** The specification's own examples. */
    private static final String LIST = """
            version: 1
            name: A list
            hints:
              reason: test
            ---
            # Comment
            /ipfs/%s

            /ipfs/QmdWFA9FL52hx3j9EJZPQP1ZUH8Ygi5tLCX2cRDs6knSf8/*
            /ipfs/QmUboz9UsQBDeS6Tug1U8jgoFkgYxyYood9NDyVURAY9pK/blocked*
            +/ipfs/QmUboz9UsQBDeS6Tug1U8jgoFkgYxyYood9NDyVURAY9pK
            /ipns/domain.example hint=value
            //d9d295bde21f422d471a90f2a37ec53049fdf3e5fa3ee2e8f20e10003da429e7 reason=legacy
            //QmX9dhRcQcKUw3Ws8485T5a9dtjrSCQaUAHnG4iK9i4ceM
            //gW813G35CnLsy7gRYYHuf63hrz71U1xoLFDVeV7actx6oX
            """.formatted(PLAIN);

    @Test
    void takesWhatIsAboutBlocks() {
        Denylist list = Denylist.parse(LIST);
        assertThat(list.denied()).hasSize(4);
        assertThat(list.allowed()).hasSize(1);
        assertThat(list.passedOver()).isEqualTo(3);
    }

    @Test
    void aBlockIsKnownByAllItsNames() {
        assertThat(denies(LIST, PLAIN)).isTrue();
        assertThat(denies(LIST, "QmdWFA9FL52hx3j9EJZPQP1ZUH8Ygi5tLCX2cRDs6knSf8"))
                .isTrue();
        // What the double hashes stand for, says the specification.
        assertThat(denies(LIST, "bafybeiefwqslmf6zyyrxodaxx4vwqircuxpza5ri45ws3y5a62ypxti42e"))
                .isTrue();
        assertThat(denies(LIST, "bafybeidjwik6im54nrpfg7osdvmx7zojl5oaxqel5cmsz46iuelwf5acja"))
                .isTrue();
        assertThat(denies(LIST, "QmVTF1yEejXd9iMgoRTFDxBv7HAz9kuZcQNBzHrceuK9HR"))
                .isTrue();
        assertThat(denies(LIST, "bafybeihykld7uyxzogax6vgyvag42y7464eywpf55gxi5qpoisibh3c5wa"))
                .isFalse();
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatThrownBy(() -> Denylist.parse("# one\n/ipfs/nonsense"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Denylist.parse("nonsense")).isInstanceOf(PlatformException.class);
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(LIST);
            for (int change = random.nextInt(4); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            }
            try {
                assertThat(Denylist.parse(text.toString()).denied().size()).isLessThan(20);
            } catch (PlatformException refused) {
                assertThat(refused.sentence()).contains("line");
            }
        }
    }

    private static boolean denies(String list, String cid) {
        return Denylist.parse(list).denied().stream()
                .anyMatch(rule -> DenialRule.names(Cid.parse(cid).hash()).stream()
                        .anyMatch(name -> Arrays.equals(name, rule.hash())));
    }
}
