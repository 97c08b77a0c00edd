package dev.vireo.gateway.feed;

/** Texts of people in XML. */
final class FeedText {
    private FeedText() {}

    /** Without the characters that XML 1.0 cannot carry: they become U+FFFD. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(carried(point) ? point : 0xFFFD));
        return out.toString();
    }

    /** Char of XML 1.0 section 2.2. */
    private static boolean carried(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x1_0000;
    }
}
