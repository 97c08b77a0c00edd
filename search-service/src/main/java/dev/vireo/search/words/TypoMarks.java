package dev.vireo.search.words;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** Marks words of a title that are those of a question but for a typo, by the rule by which the index finds them. */
public final class TypoMarks {
    /** Before and behind what is found, here and in what the index marks. */
    public static final String BEGIN = "<em>";

    public static final String END = "</em>";

    /** The index's way to say: one wrong letter in a word of four letters or more, two in one of eight or more. */
    public static final String FUZZINESS = "AUTO:4,8";

    /** Letters at the beginning that are never wrong. */
    public static final int EXACT_LETTERS = 1;

    private static final int ONE = 4;
    private static final int TWO = 8;
    /** No word that somebody types is longer, and an automaton grows with its word. */
    private static final int LONGEST = 30;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private final List<ByteRunAutomaton> words;

    /** Of the question. */
    public TypoMarks(String text) {
        this.words = Arrays.stream(BETWEEN_WORDS.split(Folded.of(text)))
                .filter(word -> word.length() >= ONE && word.length() <= LONGEST)
                .distinct()
                .map(TypoMarks::nearlyThat)
                .toList();
    }

    /** The title as HTML with marks; empty when none of its words is like one of the question's. */
    public String mark(String title) {
        StringBuilder html = new StringBuilder();
        boolean found = false;
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(title);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            String word = title.substring(from, to);
            boolean marked = isMeant(word);
            found |= marked;
            html.append(marked ? BEGIN : "").append(Html.escaped(word)).append(marked ? END : "");
            from = to;
        }
        return found ? html.toString() : "";
    }

    private boolean isMeant(String word) {
        byte[] folded = Folded.of(word).getBytes(StandardCharsets.UTF_8);
        return words.stream().anyMatch(meant -> meant.run(folded, 0, folded.length));
    }

    private static ByteRunAutomaton nearlyThat(String word) {
        int letters = word.codePointCount(0, word.length());
        return Objects.requireNonNull(
                FuzzyQuery.getFuzzyAutomaton(word, letters < TWO ? 1 : 2, EXACT_LETTERS, true).runAutomaton,
                "Only an automaton for everything or one word has none");
    }
}
