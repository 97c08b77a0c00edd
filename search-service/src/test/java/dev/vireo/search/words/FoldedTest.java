package dev.vireo.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "Märchen, marchen",
        "Łódź, lodz",
        "Straße, strasse",
        "Smørrebrød, smorrebrod",
        "ĐORĐE, dorde",
        "Ægir, aegir",
        "İzmir, izmir",
        "東京, 東京",
        "\uFB03, ffi",
        "🐧, 🐧"
    })
    void foldsAsTheIndexDoes(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
    }
}
