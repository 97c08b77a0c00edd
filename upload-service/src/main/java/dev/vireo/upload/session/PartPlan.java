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
     * Each part ends with a wait for the store's disk and an acknowledgement, in which no byte moves: the parts of a
     * large file are larger. What a failure costs stays small beside what is to be sent.
     */
    private static final int WANTED_PARTS = 16;

    private PartPlan() {}

    /** Whole mebibytes, never below {@code least}; {@code length} is at most {@link #LARGEST_UPLOAD}. */
    static int partSize(long length, long least) {
        long perPart = Math.ceilDiv(length, WANTED_PARTS);
        long whole = Math.ceilDiv(perPart, MEBIBYTE) * MEBIBYTE;
        return (int) Math.min(LARGEST_PART, Math.max(least, whole));
    }
}
