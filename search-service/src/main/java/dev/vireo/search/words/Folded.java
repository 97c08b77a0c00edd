package dev.vireo.search.words;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Texts as the index folds them. */
public final class Folded {
    private static final int MOST_LETTERS_OF_ONE = 4;

    private Folded() {}

    /** As the index folds texts of one word, by the same table: without case and accents, in ASCII where there is one. */
    public static String of(String text) {
        char[] lower = text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toCharArray();
        char[] ascii = new char[lower.length * MOST_LETTERS_OF_ONE];
        return new String(ascii, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, ascii, 0, lower.length));
    }
}
