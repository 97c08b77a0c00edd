package dev.vireo.upload.video;

import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Accounts;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.Channels;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The videos of all instances; a caller finds only what he may see, and each change goes out as an event. */
@Service
public class Videos {
    private final JdbcVideoRepository videos;
    private final Channels channels;
    private final Accounts accounts;
    private final VideoEvents events;
    private final VideoContents contents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Videos(
            JdbcVideoRepository videos,
            Channels channels,
            Accounts accounts,
            VideoEvents events,
            VideoContents contents,
            TransactionTemplate transaction,
            Clock clock) {
        this.videos = videos;
        this.channels = channels;
        this.accounts = accounts;
        this.events = events;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a video whose source is complete, and its VideoUploaded, to the present transaction. */
    public void uploaded(VideoId id, Channel channel, VideoDetails details, VideoSource source) {
        Instant now = now();
        Video video = new Video(
                id,
                1,
                channel,
                details,
                source,
                Transcoding.first(),
                new VideoTimes(now, now, null),
                List.of(),
                VideoTorrents.NONE,
                VideoCounts.NONE);
        videos.insert(video);
        events.uploaded(video);
    }

    /** By UUID or short id; NOT_FOUND when the caller may not see it. */
    Video visible(Caller caller, String id) {
        return videoId(id)
                .flatMap(known -> videos.byId(caller.instance(), known))
                .filter(video -> video.isVisibleTo(caller))
                .orElseThrow(() -> PlatformException.notFound("video '" + id + "'"));
    }

    /** Of the video that goes by UUID or short id; NOT_FOUND when the caller may not see it. */
    public VideoId visibleId(Caller caller, String id) {
        return visible(caller, id).id();
    }

    /** These videos as the caller sees them; those that are gone are left out. */
    public Map<VideoId, SeenVideo> seen(Caller caller, Collection<VideoId> ids) {
        return videos.byIds(caller.instance(), ids).stream()
                .collect(Collectors.toMap(Video::id, video -> SeenVideo.of(video, caller)));
    }

    Video update(
            Caller caller,
            String id,
            @Nullable Long revision,
            @Nullable ChannelId moveTo,
            UnaryOperator<VideoDetails> change) {
        return transact(() -> {
            // Before the video, as its deletion with a channel does.
            Optional<Channel> target = Optional.ofNullable(moveTo).flatMap(to -> channels.hold(caller.instance(), to));
            Video present = editable(caller, id);
            if (revision != null && revision != present.revision()) {
                throw new PlatformException(
                        KitErrorCode.CONFLICT, "Somebody changed the video meanwhile: read it again.");
            }
            VideoDetails details = VideoRules.checked(change.apply(present.details()));
            Video changed = present.with(details, moveTo == null ? present.channel() : target(present, target), now());
            videos.update(changed);
            if (changed.isPublic()
                    && !present.isPublic()
                    && changed.transcoding().state() == VideoState.PUBLISHED) {
                events.published(changed);
            } else {
                events.updated(changed);
            }
            return changed;
        });
    }

    void delete(Caller caller, String id) {
        transact(() -> {
            Video present = editable(caller, id);
            Video gone = present.with(present.transcoding().deleted(), now());
            videos.update(gone);
            events.deleted(gone);
            contents.removeAllOf(gone.captioned());
            return gone;
        });
    }

    /** A video's captions; NOT_FOUND when the caller may not see it. */
    public CaptionedVideo captioned(Caller caller, String id) {
        return visible(caller, id).captioned();
    }

    /** The same, for one who may change them: FORBIDDEN to others. */
    public CaptionedVideo captionedForChange(Caller caller, String id) {
        caller.requireSubject();
        Video present = visible(caller, id);
        requireOwner(present, caller);
        return present.captioned();
    }

    /**
     * Gives a video the captions that {@code change} makes of the present ones, within the present transaction, with its
     * next revision and its VideoUpdated. Empty when it leaves them as they are.
     */
    public Optional<CaptionedVideo> changeCaptions(
            Caller caller, String id, Function<CaptionedVideo, List<VideoCaption>> change) {
        Video present = editable(caller, id);
        List<VideoCaption> captions = change.apply(present.captioned());
        if (captions.equals(present.captions())) {
            return Optional.empty();
        }
        Video changed = present.with(captions, now());
        videos.update(changed);
        events.updated(changed);
        return Optional.of(changed.captioned());
    }

    Video requestTranscode(Caller caller, String id) {
        return transact(() -> {
            Video present = editable(caller, id);
            if (present.transcoding().inWork()) {
                throw new PlatformException(
                        KitErrorCode.FAILED_PRECONDITION, "The video is being transcoded: wait for the end.");
            }
            if (present.transcoding().state() != VideoState.FAILED && !caller.administrator()) {
                throw new PlatformException(
                        KitErrorCode.FORBIDDEN, "Only an administrator may have a published video encoded again.");
            }
            Video again = present.with(present.transcoding().requestedAgain(), now());
            videos.update(again);
            events.transcodeRequested(again);
            return again;
        });
    }

    Listing<Video> own(Caller caller, Window window) {
        return videos.ofAccount(accounts.of(caller).id(), false, window);
    }

    Listing<Video> ofAccount(Caller caller, String name, Window window) {
        Account account = accounts.byName(caller.instance(), name)
                .orElseThrow(() -> PlatformException.notFound("account '" + name + "'"));
        return videos.ofAccount(account.id(), true, window);
    }

    Listing<Video> ofChannel(Caller caller, String name, Window window) {
        Channel channel = channels.byName(caller.instance(), name)
                .orElseThrow(() -> PlatformException.notFound("channel '" + name + "'"));
        return videos.ofChannel(channel.id(), true, window);
    }

    private Video editable(Caller caller, String id) {
        caller.requireSubject();
        Video video = videoId(id)
                .flatMap(known -> videos.lock(caller.instance(), known))
                .filter(found -> found.isVisibleTo(caller))
                .orElseThrow(() -> PlatformException.notFound("video '" + id + "'"));
        requireOwner(video, caller);
        return video;
    }

    private static void requireOwner(Video video, Caller caller) {
        if (!video.mayBeEditedBy(caller)) {
            throw new PlatformException(KitErrorCode.FORBIDDEN, "Only its owner may change this video.");
        }
    }

    private static Channel target(Video present, Optional<Channel> wanted) {
        return wanted.filter(channel ->
                        channel.owner().id().equals(present.channel().owner().id()))
                .orElseThrow(() -> PlatformException.invalid("channel_id", "must be a channel of the same owner."));
    }

    private static Optional<VideoId> videoId(String id) {
        return ShortUuid.parse(id).map(VideoId::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Video transact(Supplier<Video> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }
}
