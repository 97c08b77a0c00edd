package dev.vireo.transcode.job;

import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jobs from the outside: each version of a video is asked for once, and ends once. */
@Service
class TranscodeJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TranscodeJobs.class);

    private final JdbcJobRepository jobs;
    private final TaskQueue queue;
    private final EventOutbox outbox;
    private final Clock clock;

    TranscodeJobs(JdbcJobRepository jobs, TaskQueue queue, EventOutbox outbox, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A version is wanted; nothing happens when it, or a newer one, was asked for before, or the video is gone. */
    @Transactional
    public void request(VideoVersion video, String sourceKey, String ownerSubject) {
        if (jobs.buried(video.videoId()) || jobs.newestVersion(video.videoId()) >= video.version()) {
            return;
        }
        cancelActive(video.videoId());
        Instant now = clock.instant();
        if (jobs.insert(video, sourceKey, ownerSubject, now)) {
            queue.add(video, TaskKind.PLAN, 0, 0);
            queue.handOut(video);
            LOG.info("Job for {} version {} of {}", video.videoId(), video.version(), video.instance());
        }
    }

    /** Viewers are sent to this version: older ones end, their files go some time later. */
    @Transactional
    public void published(VideoVersion video) {
        jobs.dismissOlder(video, clock.instant());
    }

    /** The video is gone: its work stops; its objects are removed by the sweeper, now and once more later. */
    @Transactional
    public void delete(InstanceId instance, UUID videoId) {
        cancelActive(videoId);
        jobs.bury(instance, videoId, clock.instant());
        LOG.info("Video {} of {} is deleted", videoId, instance);
    }

    /** Ends a job for a reason of its own; the caller holds its lock. */
    void fail(VideoVersion video, JobFailure failure) {
        jobs.become(video, JobState.FAILED, failure, clock.instant());
        outbox.add(JobEvents.failed(video, failure));
        LOG.warn("Job {} version {} failed: {} {}", video.videoId(), video.version(), failure.code(), failure.reason());
    }

    private void cancelActive(UUID videoId) {
        jobs.lockActive(videoId)
                .forEach(job -> jobs.become(job.video(), JobState.CANCELLED, JobFailure.NONE, clock.instant()));
    }
}
