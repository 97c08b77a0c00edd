package dev.vireo.upload.session;

import dev.vireo.kit.error.Outages;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.observe.LogContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes complete uploads whose clients went away, and frees what expired ones hold; one process at a time. */
@Component
class UploadSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweeper.class);
    private static final int BATCH = 200;

    private final JdbcSweepLock lock;
    private final JdbcUploadRepository uploads;
    private final UploadCompletion completion;
    private final UploadEnding ending;
    private final UploadProperties properties;
    private final Clock clock;

    UploadSweeper(
            JdbcSweepLock lock,
            JdbcUploadRepository uploads,
            UploadCompletion completion,
            UploadEnding ending,
            UploadProperties properties,
            Clock clock) {
        this.lock = lock;
        this.uploads = uploads;
        this.completion = completion;
        this.ending = ending;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vireo.upload.sweep-interval}")
    void sweep() {
        lock.alone(() -> {
            Instant now = clock.instant();
            each(uploads.waiting(now.minus(properties.finishAfter()), BATCH), waiting -> finish(waiting, now));
            each(uploads.expired(now, BATCH), expired -> ending.expire(expired, now));
            each(uploads.removable(now, BATCH), ending::remove);
        });
    }

    private void finish(UploadSession waiting, Instant now) {
        try {
            completion.finish(waiting);
        } catch (PlatformException failed) {
            boolean never = failed.code() == UploadErrorCode.NOT_A_VIDEO
                    || (!failed.code().kind().retryable() && now.isAfter(waiting.expiresAt()));
            if (!never) {
                throw failed;
            }
            ending.end(waiting);
        }
    }

    private static void each(List<UploadSession> sessions, Consumer<UploadSession> work) {
        for (UploadSession session : sessions) {
            try {
                LogContext.about(session.owner().instance(), session.id().value(), () -> work.accept(session));
            } catch (PlatformException failed) {
                LOG.warn("Upload {} waits for the next sweep: {}", session.id().value(), failed.sentence());
            } catch (RuntimeException defect) {
                if (Outages.of(defect).isPresent()) {
                    throw defect;
                }
                LOG.error("Upload {} waits for the next sweep", session.id().value(), defect);
            }
        }
    }
}
