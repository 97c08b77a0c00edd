package dev.vireo.search.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.search.document.CaptionDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaptionHitTest {
    private static final List<String> CUES = List.of("yes", "no", "yes", "yes or <no>", "yes");
    private static final CaptionHit.Source SOURCE = new CaptionHit.Source(
            "v",
            "en",
            List.of(1, 2, 3, 4, 5),
            CUES.stream().map(CaptionDocument::mark).toList());

    @Test
    void findsTheSecondOfEachOfTheSameWords() {
        assertThat(hit("[yes]", "[yes]", "[yes] or <no>", "[yes]").best(9))
                .extracting(FoundCaption::startSeconds)
                .containsExactly(1, 3, 4, 5);
    }

    @Test
    void prefersThePlacesWithMostOfTheWordsAndKeepsThemInOrder() {
        assertThat(hit("[yes]", "[no]", "[yes]", "[yes] or <[no]>", "[yes]").best(2))
                .containsExactly(
                        new FoundCaption("en", 1, "<em>yes</em>"),
                        new FoundCaption("en", 4, "<em>yes</em> or &lt;<em>no</em>&gt;"));
        assertThat(hit("[yes]").best(0)).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(hit("[perhaps]", "[no]").best(3))
                .extracting(FoundCaption::startSeconds)
                .containsExactly(2);
    }

    private static CaptionHit hit(String... texts) {
        return new CaptionHit(
                SOURCE,
                List.of(texts).stream()
                        .map(text -> text.replace("[", CaptionHit.BEGIN).replace("]", CaptionHit.END))
                        .toList());
    }
}
