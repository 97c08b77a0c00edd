package dev.vireo.search.stream;

/**
 * Sums of what is worth half as much after a while, as numbers that never need to be touched as time goes by: the binary
 * logarithm of the sum of 2^(time in half-lives). It is the forward decay of Cormode, Shkapenyuk, Srivastava and Xu,
 * "Forward Decay: A Practical Time Decay Model for Streaming Systems" (ICDE 2009): what something is worth grows with
 * the time it came at, instead of shrinking with its age, which gives the same order at any moment.
 */
public final class ForwardDecay {
    private static final double LOG_2 = Math.log(2);

    private ForwardDecay() {}

    /** What so much at a time, counted in half-lives, is worth. */
    public static double worth(double time, double amount) {
        return time + Math.log(amount) / LOG_2;
    }

    /** The sum of two such numbers. */
    public static double sum(double one, double other) {
        double greater = Math.max(one, other);
        return greater + Math.log1p(Math.pow(2, Math.min(one, other) - greater)) / LOG_2;
    }
}
