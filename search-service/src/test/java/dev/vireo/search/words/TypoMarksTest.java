package dev.vireo.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TypoMarksTest {
    @Test
    void marksAWordThatIsMeant() {
        assertThat(new TypoMarks("gardn").mark("My Garden, my <home>"))
                .isEqualTo("My <em>Garden</em>, my &lt;home&gt;");
    }

    @Test
    void forgivesTwoLettersInALongWordAndNoneInAShortOne() {
        assertThat(new TypoMarks("documetnray").mark("A documentary")).isEqualTo("A <em>documentary</em>");
        assertThat(new TypoMarks("gadrne").mark("A garden")).isEmpty();
        assertThat(new TypoMarks("cta").mark("A cat")).isEmpty();
    }

    @Test
    void takesTheFirstLetterForRight() {
        assertThat(new TypoMarks("harden").mark("A garden")).isEmpty();
    }

    @Test
    void looksAtNeitherCaseNorAccents() {
        assertThat(new TypoMarks("MÄRCEN und").mark("Märchen und Sagen")).isEqualTo("<em>Märchen</em> und Sagen");
    }

    @Test
    void marksNothingWithoutWords() {
        assertThat(new TypoMarks("").mark("A garden")).isEmpty();
        assertThat(new TypoMarks(" , ").mark("A garden")).isEmpty();
        assertThat(new TypoMarks("garden").mark("")).isEmpty();
    }
}
