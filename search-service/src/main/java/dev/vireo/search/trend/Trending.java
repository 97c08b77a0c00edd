package dev.vireo.search.trend;

/**
 * Recent views, each worth half as much after a day, as a number that never needs to be touched as time goes by: the
 * binary logarithm of the sum of 2^(time in days). It is the forward decay of Cormode, Shkapenyuk, Srivastava and Xu,
 * "Forward Decay: A Practical Time Decay Model for Streaming Systems" (ICDE 2009): what a view is worth grows with the
 * time it came at, instead of shrinking with its age, which gives the same order at any moment.
 */
final class Trending {
    /** Of a video that nobody has watched. */
    static final double NONE = 0;

    private static final double MILLIS_OF_DAY = 86_400_000;

    private Trending() {}

    /** The sum with one more view at that time (milliseconds since 1970). */
    static double plus(double sum, long time) {
        double view = time / MILLIS_OF_DAY;
        double greater = Math.max(sum, view);
        double less = Math.min(sum, view);
        return sum == NONE ? view : greater + Math.log1p(Math.pow(2, less - greater)) / Math.log(2);
    }
}
