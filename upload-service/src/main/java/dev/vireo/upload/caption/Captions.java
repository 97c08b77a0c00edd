package dev.vireo.upload.caption;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.upload.video.CaptionedVideo;
import dev.vireo.upload.video.VideoCaption;
import dev.vireo.upload.video.Videos;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The captions of videos, changed by the video's owner or an administrator only; each change is an event. */
@Service
class Captions {
    /** Nobody takes so long to give a video what is in the origin already. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private static final int ATTEMPTS = 5;

    private final Videos videos;
    private final JdbcLeftoverRepository leftovers;
    private final CaptionEvents events;
    private final OriginStore origin;
    private final CaptionProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Captions(
            Videos videos,
            JdbcLeftoverRepository leftovers,
            CaptionEvents events,
            OriginStore origin,
            CaptionProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.videos = videos;
        this.leftovers = leftovers;
        this.events = events;
        this.origin = origin;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All of a video that the caller may see, by language. */
    List<VideoCaption> of(Caller caller, String videoId) {
        return videos.captioned(caller, videoId).captions();
    }

    /** Gives the video captions in that language, in place of those it has; the same again change nothing. */
    VideoCaption put(Caller caller, String videoId, String tag, byte[] content) {
        CaptionedVideo present = videos.captionedForChange(caller, videoId);
        String language = CaptionRules.language(tag);
        CaptionRules.size(content.length, properties.maxSize());
        List<Cue> cues = CaptionFile.read(content);
        byte[] file = WebVtt.write(cues);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VideoCaption caption = new VideoCaption(language, CaptionKeys.file(language, file), now);
        Optional<VideoCaption> same = find(present, caption);
        if (same.isPresent()) {
            return same.get();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<VideoCaption> kept = keep(caller, present, caption, cues, file);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new PlatformException(
                KitErrorCode.UNAVAILABLE, "Others change the captions of this video all the time: try again.");
    }

    /** Empty when the object may be gone again, as others gave and took the same captions meanwhile. */
    private Optional<VideoCaption> keep(
            Caller caller, CaptionedVideo video, VideoCaption caption, List<Cue> cues, byte[] file) {
        String id = video.id().value().toString();
        ObjectKey key = CaptionKeys.key(video, caption.file());
        // Before there is an object: one that comes to nothing must not stay for ever.
        leftovers.put(video.id(), key, clock.instant().plus(UNFINISHED));
        origin.put(key, file, WebVtt.TYPE);
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<CaptionedVideo> changed = videos.changeCaptions(caller, id, present -> with(present, caption));
            if (changed.isEmpty()) {
                return find(videos.captionedForChange(caller, id), caption);
            }
            if (!leftovers.taken(key)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            events.changed(changed.get(), caption.language(), cues);
            return Optional.of(caption);
        }));
    }

    /** Removes the captions of that language; NOT_FOUND when there are none. */
    void delete(Caller caller, String videoId, String tag) {
        String language = CaptionRules.language(tag);
        transaction.executeWithoutResult(status -> videos.changeCaptions(caller, videoId, video -> {
                    leave(video, language, clock.instant());
                    return without(video, language).toList();
                })
                .ifPresentOrElse(changed -> events.deleted(changed, language), () -> {
                    throw PlatformException.notFound("caption in '" + language + "'");
                }));
    }

    private List<VideoCaption> with(CaptionedVideo video, VideoCaption caption) {
        if (find(video, caption).isPresent()) {
            return video.captions();
        }
        leave(video, caption.language(), caption.updatedAt().plus(properties.keepReplaced()));
        List<VideoCaption> all = Stream.concat(without(video, caption.language()), Stream.of(caption))
                .sorted(Comparator.comparing(VideoCaption::language))
                .toList();
        if (all.size() > properties.maxPerVideo()) {
            throw new PlatformException(
                    KitErrorCode.FAILED_PRECONDITION,
                    "A video may have captions in " + properties.maxPerVideo() + " languages: delete some first.");
        }
        return all;
    }

    private void leave(CaptionedVideo video, String language, Instant due) {
        video.captions().stream()
                .filter(caption -> caption.language().equals(language))
                .forEach(caption -> leftovers.put(video.id(), CaptionKeys.key(video, caption.file()), due));
    }

    private static Stream<VideoCaption> without(CaptionedVideo video, String language) {
        return video.captions().stream().filter(caption -> !caption.language().equals(language));
    }

    private static Optional<VideoCaption> find(CaptionedVideo video, VideoCaption wanted) {
        return video.captions().stream()
                .filter(caption -> caption.file().equals(wanted.file()))
                .findFirst();
    }
}
