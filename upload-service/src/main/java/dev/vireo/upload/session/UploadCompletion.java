package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.Channels;
import dev.vireo.upload.source.ContainerSniffer;
import dev.vireo.upload.source.RunningSha256;
import dev.vireo.upload.video.VideoId;
import dev.vireo.upload.video.VideoSource;
import dev.vireo.upload.video.Videos;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a video of an upload whose bytes are all there. Any number of attempts, one after the other or at once, by a
 * client's repeated request or by the sweeper, end with one object, one video and one event: joining the parts twice is
 * harmless, and the row's lock lets one transaction make the video.
 */
@Component
final class UploadCompletion {
    private static final Logger LOG = LoggerFactory.getLogger(UploadCompletion.class);
    private static final int STRIPES = 64;

    private final JdbcUploadRepository uploads;
    private final UploadObjects objects;
    private final Channels channels;
    private final Videos videos;
    private final UploadProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    UploadCompletion(
            JdbcUploadRepository uploads,
            UploadObjects objects,
            Channels channels,
            Videos videos,
            UploadProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.channels = channels;
        this.videos = videos;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
        for (int at = 0; at < STRIPES; at++) {
            stripes[at] = new ReentrantLock();
        }
    }

    /** The video exists, and the upload is closed, when this returns. */
    void finish(UploadSession session) {
        ReentrantLock stripe = stripes[Math.floorMod(session.id().hashCode(), STRIPES)];
        stripe.lock();
        try {
            UploadSession present =
                    uploads.find(session.owner().instance(), session.id()).orElseThrow(UploadCompletion::gone);
            if (present.state() != UploadState.COMPLETED) {
                join(present);
            }
        } finally {
            stripe.unlock();
        }
    }

    private void join(UploadSession session) {
        String mediaType = ContainerSniffer.sniff(session.progress().head())
                .orElseThrow(() -> new PlatformException(
                        UploadErrorCode.NOT_A_VIDEO,
                        "The file is neither a video nor a sound recording that we know."));
        objects.join(session, uploads.parts(session.id()));
        transaction.executeWithoutResult(status -> makeVideo(session, mediaType));
        LOG.info(
                "Upload {} of instance {} is complete: {} bytes, {}",
                session.id().value(),
                session.owner().instance(),
                session.length(),
                mediaType);
        removeTails(session);
    }

    private void makeVideo(UploadSession session, String mediaType) {
        UploadSession locked = uploads.lock(session.id()).orElseThrow(UploadCompletion::gone);
        if (locked.state() == UploadState.COMPLETED) {
            return;
        }
        if (locked.state() != UploadState.OPEN || !locked.hasAllBytes()) {
            throw gone();
        }
        Channel channel = channels.holdOfAccountOrOldest(locked.owner(), locked.channelId());
        VideoSource source = new VideoSource(
                locked.sourceKey().value(),
                locked.file().filename(),
                locked.length(),
                RunningSha256.resume(locked.progress().digest()).value(),
                mediaType);
        videos.uploaded(new VideoId(locked.id().value()), channel, locked.file().details(), source);
        uploads.complete(locked.id(), clock.instant().plus(properties.keepCompleted()));
    }

    /** What stays is removed together with the row. */
    private void removeTails(UploadSession session) {
        try {
            objects.removeTails(session);
        } catch (PlatformException away) {
            LOG.debug("Tails of upload {} stay for now: {}", session.id().value(), away.sentence());
        }
    }

    private static PlatformException gone() {
        return new PlatformException(UploadErrorCode.UPLOAD_GONE, "The upload was given up: begin a new one.");
    }
}
