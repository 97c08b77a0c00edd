package dev.vireo.transcode.job;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the progress of a video for somebody who may see it: its owner or an administrator of its instance. */
@Component
class ProgressReader {

    private final JdbcJobRepository jobs;
    private final JdbcSegmentRepository segments;

    ProgressReader(JdbcJobRepository jobs, JdbcSegmentRepository segments) {
        this.jobs = jobs;
        this.segments = segments;
    }

    Job newest(Caller caller, UUID videoId) {
        return jobs.newest(caller.instance(), videoId)
                .filter(job -> caller.administrator() || job.ownerSubject().equals(caller.subject()))
                .orElseThrow(() -> PlatformException.notFound("transcoding of that video"));
    }

    Map<String, Integer> counts(Job job) {
        return segments.counts(job.video());
    }
}
