package dev.vireo.upload.video;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes private videos public when their time has come; several processes share the work by row locks. */
@Component
class PublishSchedule {
    private static final int BATCH = 100;

    private final JdbcVideoRepository videos;
    private final VideoEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishSchedule(JdbcVideoRepository videos, VideoEvents events, TransactionTemplate transaction, Clock clock) {
        this.videos = videos;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vireo.video.schedule-interval}")
    void publishDue() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            for (Video due : videos.lockDue(now, BATCH)) {
                Video open = due.with(due.details().madePublic(), due.channel(), now);
                videos.update(open);
                if (open.transcoding().state() == VideoState.PUBLISHED) {
                    events.published(open);
                } else {
                    events.updated(open);
                }
            }
        });
    }
}
