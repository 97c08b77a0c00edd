package dev.vireo.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdom2.Verifier;
import org.junit.jupiter.api.Test;

final class FeedTextTest {
    @Test
    void carriesWhatXmlCarriesAndReplacesTheRest() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = new String(Character.toChars(point));
            String carried = FeedText.of(text);
            assertThat(Verifier.checkCharacterData(carried)).isNull();
            boolean can = Verifier.checkCharacterData(text) == null;
            if (!carried.equals(can ? text : "\ufffd")) {
                assertThat(carried).as("U+%X", point).isEqualTo(can ? text : "\ufffd");
            }
        }
    }
}
