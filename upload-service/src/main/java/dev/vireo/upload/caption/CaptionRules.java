package dev.vireo.upload.caption;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.video.VideoRules;
import org.springframework.util.unit.DataSize;

/** What captions may be; a refusal names the field. */
final class CaptionRules {
    private static final int LONGEST_LANGUAGE = 35;

    private CaptionRules() {}

    /** The language as it is usually written, so that pt-br and pt-BR are one. */
    static String language(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_LANGUAGE) {
            throw PlatformException.invalid(
                    "language", "must be a BCP 47 tag of 1 to " + LONGEST_LANGUAGE + " characters.");
        }
        return VideoRules.language(tag);
    }

    static void size(long bytes, DataSize most) {
        if (bytes > most.toBytes()) {
            throw PlatformException.invalid(CaptionFile.FIELD, "must have at most " + most.toKilobytes() + " KiB.");
        }
    }
}
