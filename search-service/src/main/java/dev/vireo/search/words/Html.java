package dev.vireo.search.words;

/** Texts in HTML. */
public final class Html {
    private Html() {}

    /** The text as it is, in an element or an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
