package dev.vireo.transcode.probe;

/** A source that cannot be transcoded, with a word for programs and a sentence for its owner. */
public final class SourceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public SourceRefusedException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Stable word for programs. */
    public String code() {
        return code;
    }

    /** What the owner reads. */
    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }

    public static SourceRefusedException tooLong(SourceLimitProperties limits) {
        return new SourceRefusedException(
                "too_long",
                "The video is longer than " + limits.maxDuration().toHours() + " hours, which is the most.");
    }

    static SourceRefusedException notAVideo() {
        return new SourceRefusedException(
                "not_a_video", "This file is not a video or sound recording that can be read. Upload another file.");
    }
}
