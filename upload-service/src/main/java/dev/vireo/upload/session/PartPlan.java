package dev.vireo.upload.session;

/** Chooses the size of an upload's parts: S3 takes 10,000 of 5 MiB or more, of which some numbers are kept for retries. */
final class PartPlan {
    static final long MEBIBYTE = 1L << 20;
    static final long SMALLEST_PART = 5 * MEBIBYTE;
    static final long LARGEST_PART = 32 * MEBIBYTE;

    /** Numbers above are for parts whose first try was lost. */
    static final int MOST_PARTS = 9_000;

    static final long LARGEST_UPLOAD = MOST_PARTS * LARGEST_PART;

    /**
     * What a failure costs stays small beside what is to be sent; a file that is larger has larger parts, which cost
     * fewer acknowledgements.
     */
    private static final int WANTED_WINDOWS = 16;

    private PartPlan() {}

    /**
     * Half of the {@link #window}, so that one part streams while the store brings the one before to its disk; all of
     * it where halves would be too small or too many. {@code length} is at most {@link #LARGEST_UPLOAD}.
     */
    static int partSize(long length, long least) {
        long window = window(length, least);
        long half = window / 2 / MEBIBYTE * MEBIBYTE;
        boolean allowed = half >= SMALLEST_PART && Math.ceilDiv(length, half) <= MOST_PARTS / 2;
        return (int) (allowed ? half : window);
    }

    /** How many parts of that size may be on their way at once. */
    static int inFlight(long length, int partSize, long least) {
        return (int) Math.max(1, window(length, least) / partSize);
    }

    /** How many bytes may have been sent without being durable, which a client sends again at most after a failure. */
    static long window(long length, long least) {
        long whole = Math.ceilDiv(Math.ceilDiv(length, WANTED_WINDOWS), MEBIBYTE) * MEBIBYTE;
        return Math.min(LARGEST_PART, Math.max(least, whole));
    }
}
