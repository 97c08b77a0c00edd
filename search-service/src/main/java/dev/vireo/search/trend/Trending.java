package dev.vireo.search.trend;

import dev.vireo.search.stream.ForwardDecay;

/** Recent views, each worth half as much after a day; see {@link ForwardDecay}. */
final class Trending {
    /** Of a video that nobody has watched. */
    static final double NONE = 0;

    private static final double MILLIS_OF_DAY = 86_400_000;

    private Trending() {}

    /** The sum with one more view at that time (milliseconds since 1970). */
    static double plus(double sum, long time) {
        double view = time / MILLIS_OF_DAY;
        return sum == NONE ? view : ForwardDecay.sum(sum, view);
    }
}
