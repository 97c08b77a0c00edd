package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.PartTag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of one upload as one writer may change them: not at all once a newer writer came. */
final class WriterRows {
    private final JdbcUploadWrites writes;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration expireAfter;
    private final UploadId id;
    private final long fence;

    /** Set where a part is acknowledged, read where the next one streams. */
    private volatile Instant expiresAt;

    WriterRows(
            JdbcUploadWrites writes,
            TransactionTemplate transaction,
            Clock clock,
            Duration expireAfter,
            UploadId id,
            long fence) {
        this.writes = writes;
        this.transaction = transaction;
        this.clock = clock;
        this.expireAfter = expireAfter;
        this.id = id;
        this.fence = fence;
        this.expiresAt = clock.instant().plus(expireAfter);
    }

    /** For so long nothing became durable that the upload is given up, maybe by another process. */
    boolean expired() {
        return clock.instant().isAfter(expiresAt);
    }

    /** False when a newer writer came. */
    boolean setMultipart(String multipartId) {
        return writes.setMultipart(id, fence, multipartId);
    }

    int reservePart() {
        return writes.reservePart(id, fence).orElseThrow(WriterRows::takenOver);
    }

    int reserveTail() {
        return writes.reserveTail(id, fence).orElseThrow(WriterRows::takenOver);
    }

    /** False when a newer writer came: nothing was changed then. */
    boolean commit(UploadProgress progress, List<PartTag> parts, boolean unfinished) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        expiresAt = now.plus(expireAfter);
        var advance = new JdbcUploadWrites.Advance(progress, parts, unfinished, now, expiresAt);
        return Boolean.TRUE.equals(transaction.execute(status -> writes.commit(id, fence, advance)));
    }

    static PlatformException takenOver() {
        return new PlatformException(
                UploadErrorCode.TAKEN_OVER,
                "A newer request writes to this upload, or it was given up: ask for its offset.");
    }
}
