package dev.vireo.upload.video;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a video, with PeerTube's numbers. */
public enum Privacy {
    /** Everybody; listed. */
    PUBLIC(1),
    /** Everybody who has the address; never listed. */
    UNLISTED(2),
    /** The owner alone. */
    PRIVATE(3),
    /** Everybody signed in at the instance. */
    INTERNAL(4);

    private final int number;

    Privacy(int number) {
        this.number = number;
    }

    /** PeerTube's number. */
    public int number() {
        return number;
    }

    /** From PeerTube's number or the word, in any case. */
    public static Optional<Privacy> parse(String text) {
        return Arrays.stream(values())
                .filter(privacy -> String.valueOf(privacy.number).equals(text)
                        || privacy.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
