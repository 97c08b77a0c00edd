package dev.vireo.transcode.job;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.OriginStore;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after what nobody reports: pauses that are over, workers that died, segments and videos that may go. */
@Component
class JobSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(JobSweeper.class);
    private static final int BATCH = 50;

    private final DueTasks due;
    private final JdbcJobRepository jobs;
    private final OriginStore origin;
    private final JobProperties properties;
    private final Clock clock;

    JobSweeper(DueTasks due, JdbcJobRepository jobs, OriginStore origin, JobProperties properties, Clock clock) {
        this.due = due;
        this.jobs = jobs;
        this.origin = origin;
        this.properties = properties;
        this.clock = clock;
    }

    /** Tasks whose pause or lease is over go on the bus again. */
    @Scheduled(fixedDelayString = "${vireo.transcode.job.sweep-every}")
    void tasks() {
        due.resume();
        due.takeFromDeadWorkers();
        due.repeatUnclaimed();
    }

    /** Objects that are no longer needed go; rows are marked only after the objects are gone. */
    @Scheduled(fixedDelayString = "${vireo.transcode.job.sweep-every}")
    void objects() {
        Instant now = clock.instant();
        try {
            for (VideoVersion video : jobs.toClean(now.minus(properties.keepProgress()), BATCH)) {
                origin.deletePrefix(video.progressFolder().value() + "/");
                jobs.cleaned(video, now);
            }
            for (VideoVersion video : jobs.toRemove(now.minus(properties.keepProgress()), BATCH)) {
                origin.deletePrefix(video.folder().value() + "/");
                jobs.removed(video, now);
            }
            for (VideoVersion video : jobs.toEmpty(BATCH)) {
                origin.deletePrefix(VideoVersion.prefix(video.instance().value(), video.videoId()));
                jobs.emptied(video.videoId(), now);
            }
            for (VideoVersion video : jobs.toSweep(now.minus(properties.sweepDeletedAfter()), BATCH)) {
                origin.deletePrefix(VideoVersion.prefix(video.instance().value(), video.videoId()));
                jobs.swept(video.videoId(), now);
            }
        } catch (PlatformException away) {
            LOG.warn("Clean-up waits for the origin: {}", away.getMessage());
        }
    }
}
