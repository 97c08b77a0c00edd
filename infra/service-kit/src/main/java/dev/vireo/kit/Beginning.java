package dev.vireo.kit;

/** The beginning of a text that is too long, never cut through a character. */
public final class Beginning {
    private Beginning() {}

    /** At most {@code most} code points of {@code text}: the whole text when it has no more. */
    public static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
