package dev.vireo.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BeginningTest {
    @Test
    void cutsBetweenCharactersOnly() {
        assertThat(Beginning.of("abc", 3)).isEqualTo("abc");
        assertThat(Beginning.of("abcd", 3)).isEqualTo("abc");
        assertThat(Beginning.of("\ud83d\udc27\ud83d\udc27", 1)).isEqualTo("\ud83d\udc27");
        assertThat(Beginning.of("", 0)).isEmpty();
        assertThat(Beginning.of("a", 0)).isEmpty();
    }
}
