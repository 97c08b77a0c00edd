package dev.vireo.gateway.page;

/** Text inside markup. */
final class Html {
    private Html() {}

    /** Safe as element content and inside quoted attributes; characters that HTML cannot carry become U+FFFD. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                default -> out.appendCodePoint(carried(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean carried(int point) {
        boolean control = point < 0x20 && point != '\n' && point != '\t' && point != '\r';
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return !control && !surrogate && (point < 0x7F || point > 0x9F) && (point & 0xFFFE) != 0xFFFE;
    }
}
