package dev.vireo.search.query;

import java.util.Arrays;
import java.util.Optional;

/** How far words are looked for; each finds more than the one before, and costs a multiple of it. */
enum Reach {
    /** Titles, tags and names, and behind all of those what has the words in descriptions alone. */
    TITLES('1'),
    /** Descriptions too, in one order with titles. */
    TEXTS('2'),
    /** Titles, tags and names with a typo in each word too. */
    TYPOS('3');

    /** A long text is copied rather than typed. */
    private static final int LONGEST_TYPED = 80;

    private final char digit;

    Reach(char digit) {
        this.digit = digit;
    }

    /** By which a cursor names it. */
    char digit() {
        return digit;
    }

    static Optional<Reach> of(char digit) {
        return Arrays.stream(values()).filter(reach -> reach.digit == digit).findFirst();
    }

    /**
     * What decides it. It depends on what is there alone and not on the page, so that all pages are of one list.
     *
     * @param many with as many titles, nobody needs descriptions among them
     * @param enough with as many, nobody needs those with typos too
     */
    record Limits(int many, int enough) {
        static final Limits USUAL = new Limits(1_000, 15);

        /** The best are in titles; who wants another order, or the worst, wants them all. */
        Reach first(VideoQuery.Order order) {
            return order.sort() == VideoQuery.Sort.MATCH && !order.ascending() ? TITLES : TEXTS;
        }

        /** The next, when so few were found that it is worth it. */
        Optional<Reach> further(Reach reach, long found, String words) {
            return switch (reach) {
                case TITLES -> found < many ? Optional.of(TEXTS) : Optional.empty();
                case TEXTS -> found < enough && words.length() <= LONGEST_TYPED ? Optional.of(TYPOS) : Optional.empty();
                case TYPOS -> Optional.empty();
            };
        }
    }
}
