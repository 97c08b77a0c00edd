package dev.vireo.search.query;

import java.util.Arrays;
import java.util.Optional;

/** How words are looked for. It depends on what is there alone and not on the page, so that all pages are of one list. */
enum Reach {
    /** In titles, tags and names, and behind all of those what has them in descriptions alone. */
    TITLES('1'),
    /** In descriptions too, in one order with titles. */
    TEXTS('2'),
    /** The same, and with a typo in each word in titles, tags and names too; costs a multiple of the others. */
    TYPOS('3');

    /** With as many, nobody needs those with typos too. */
    static final int ENOUGH = 15;

    /** A long text is copied rather than typed. */
    private static final int LONGEST_TYPED = 80;

    private final char digit;

    Reach(char digit) {
        this.digit = digit;
    }

    /** Whether these words may be looked for so. */
    boolean isFor(String words) {
        return this != TYPOS || words.length() <= LONGEST_TYPED;
    }

    /** By which a cursor names it. */
    char digit() {
        return digit;
    }

    static Optional<Reach> of(char digit) {
        return Arrays.stream(values()).filter(reach -> reach.digit == digit).findFirst();
    }

    /** What words deserve of which {@code found} have all in titles or descriptions. */
    static Reach of(VideoQuery.Order order, String words, long found, int enough) {
        if (found < enough && TYPOS.isFor(words)) {
            return TYPOS;
        }
        // The best are in titles; who wants another order, or the worst, wants them all.
        return order.best() ? TITLES : TEXTS;
    }
}
