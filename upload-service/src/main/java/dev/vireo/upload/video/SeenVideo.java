package dev.vireo.upload.video;

import dev.vireo.kit.identity.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A video as one caller sees it: all of it or nothing but why not. */
public final class SeenVideo {
    /** Whether the caller sees it. */
    public enum Sight {
        /** All of it. */
        SEEN,
        /** It is not for the caller. */
        PRIVATE,
        /** It would be, but cannot be watched yet. */
        UNAVAILABLE
    }

    private final Sight sight;
    private final @Nullable Video video;

    private SeenVideo(Sight sight, @Nullable Video video) {
        this.sight = sight;
        this.video = video;
    }

    static SeenVideo of(Video video, Caller caller) {
        if (video.isVisibleTo(caller)) {
            return new SeenVideo(Sight.SEEN, video);
        }
        return switch (video.details().privacy()) {
            case PUBLIC, UNLISTED -> new SeenVideo(Sight.UNAVAILABLE, null);
            case INTERNAL -> new SeenVideo(caller.signedIn() ? Sight.UNAVAILABLE : Sight.PRIVATE, null);
            case PRIVATE -> new SeenVideo(Sight.PRIVATE, null);
        };
    }

    /** Whether the caller sees it. */
    public Sight sight() {
        return sight;
    }

    Optional<Video> video() {
        return Optional.ofNullable(video);
    }
}
