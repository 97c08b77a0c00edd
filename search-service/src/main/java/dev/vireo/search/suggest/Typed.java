package dev.vireo.search.suggest;

import dev.vireo.kit.Beginning;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Texts as they are compared while somebody types. */
public final class Typed {
    private static final int LONGEST = 60;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int MOST_LETTERS_OF_ONE = 4;

    private Typed() {}

    /** The beginning of the text, with single spaces; one at the end says that the word before it is whole. */
    static String of(String text) {
        String line = WHITE_SPACE.matcher(text.stripLeading()).replaceAll(" ");
        return Beginning.of(line, LONGEST);
    }

    /** As the index folds texts of one word, by the same table: without case and accents, in ASCII where there is one. */
    public static String folded(String text) {
        char[] lower = text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toCharArray();
        char[] ascii = new char[lower.length * MOST_LETTERS_OF_ONE];
        return new String(ascii, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, ascii, 0, lower.length));
    }
}
