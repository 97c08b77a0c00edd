package dev.vireo.upload.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelHandleTest {
    private static final String DOMAIN = "Main.example:8080";

    @ParameterizedTest
    @ValueSource(strings = {"films", "Films@main.example:8080", " films@MAIN.example:8080 ", "films@"})
    void isOfTheInstanceItself(String written) {
        assertThat(ChannelHandle.of(written, DOMAIN)).isEqualTo(new ChannelHandle("films", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"films\0", "films@a\u0085b"})
    void isNoHandle(String written) {
        assertThatThrownBy(() -> ChannelHandle.of(written, DOMAIN)).hasMessageContaining("channel: ");
        assertThatThrownBy(() -> ChannelHandle.of("a".repeat(401), DOMAIN)).isInstanceOf(PlatformException.class);
    }

    @Test
    void isElsewhere() {
        assertThat(ChannelHandle.of("films@main.example", DOMAIN))
                .isEqualTo(new ChannelHandle("films", "main.example"));
        assertThat(ChannelHandle.of("films@a@b", DOMAIN).here()).isFalse();
    }
}
