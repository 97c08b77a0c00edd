package dev.vireo.search.suggest;

import dev.vireo.kit.Beginning;
import java.util.regex.Pattern;

/** What somebody has typed. */
final class Typed {
    private static final int LONGEST = 60;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Typed() {}

    /** The beginning of the text, with single spaces; one at the end says that the word before it is whole. */
    static String of(String text) {
        String line = WHITE_SPACE.matcher(text.stripLeading()).replaceAll(" ");
        return Beginning.of(line, LONGEST);
    }
}
