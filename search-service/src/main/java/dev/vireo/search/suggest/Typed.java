package dev.vireo.search.suggest;

import dev.vireo.kit.Beginning;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared while somebody types. */
public final class Typed {
    private static final int LONGEST = 60;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Typed() {}

    /** The beginning of the text, with single spaces; one at the end says that the word before it is whole. */
    static String of(String text) {
        String line = WHITE_SPACE.matcher(text.stripLeading()).replaceAll(" ");
        return Beginning.of(line, LONGEST);
    }

    /** Without case and accents. */
    public static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
