package dev.vireo.transcode.job;

/**
 * Why a version will not be made.
 *
 * @param code stable word for programs
 * @param reason a sentence for the owner
 * @param retryable it was not the file's fault
 */
public record JobFailure(String code, String reason, boolean retryable) {

    static final JobFailure NONE = new JobFailure("", "", false);

    /** The encoder gave up on a piece again and again. */
    public static JobFailure encoder() {
        return new JobFailure(
                "encoder_failed",
                "A part of the video could not be converted after several tries. Try again, or export the video anew.",
                true);
    }
}
