package dev.vireo.upload.video;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video and all that is known of it; a value, each change makes a new one with the next revision.
 *
 * @param id the video
 * @param revision optimistic version
 * @param channel where it is, and whose it is
 * @param details what the owner says of it
 * @param source the uploaded file
 * @param transcoding how far it is
 * @param times when things happened
 * @param captions one of each language, by language
 * @param torrents what is seeded of it
 * @param counts what others count of it
 */
record Video(
        VideoId id,
        long revision,
        Channel channel,
        VideoDetails details,
        VideoSource source,
        Transcoding transcoding,
        VideoTimes times,
        List<VideoCaption> captions,
        VideoTorrents torrents,
        VideoCounts counts) {
    Video {
        captions = List.copyOf(captions);
    }

    InstanceId instance() {
        return channel.instance();
    }

    boolean mayBeEditedBy(Caller caller) {
        return channel.owner().mayBeEditedBy(caller);
    }

    boolean isVisibleTo(Caller caller) {
        if (!instance().equals(caller.instance())) {
            return false;
        }
        return mayBeEditedBy(caller)
                || caller.moderator()
                || (transcoding.watchable()
                        && switch (details.privacy()) {
                            case PUBLIC, UNLISTED -> true;
                            case INTERNAL -> caller.signedIn();
                            case PRIVATE -> false;
                        });
    }

    boolean isPublic() {
        return details.privacy() == Privacy.PUBLIC && transcoding.watchable();
    }

    CaptionedVideo captioned() {
        return new CaptionedVideo(instance(), id, revision, captions);
    }

    Video with(VideoDetails changed, Channel to, Instant now) {
        return next(to, changed, transcoding, captions, torrents, now);
    }

    Video with(Transcoding changed, Instant now) {
        return next(channel, details, changed, captions, torrents, now);
    }

    Video with(List<VideoCaption> changed, Instant now) {
        return next(channel, details, transcoding, changed, torrents, now);
    }

    Video with(VideoTorrents changed) {
        return next(channel, details, transcoding, captions, changed, times.updatedAt());
    }

    private Video next(
            Channel to,
            VideoDetails changed,
            Transcoding progress,
            List<VideoCaption> words,
            VideoTorrents seeded,
            Instant now) {
        @Nullable Instant published = times.publishedAt();
        if (published == null && changed.privacy() == Privacy.PUBLIC && progress.watchable()) {
            published = now;
        }
        return new Video(
                id,
                revision + 1,
                to,
                changed,
                source,
                progress,
                new VideoTimes(times.createdAt(), now, published),
                words,
                seeded,
                counts);
    }
}
