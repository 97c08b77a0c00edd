package dev.vireo.upload.session;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one request write to an upload: the newest, which ends an older one that still runs. */
@Component
final class Writers {
    private final JdbcUploadRepository uploads;
    private final JdbcUploadWrites writes;
    private final UploadObjects objects;
    private final ActiveWrites active;
    private final UploadProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Writers(
            JdbcUploadRepository uploads,
            JdbcUploadWrites writes,
            UploadObjects objects,
            ActiveWrites active,
            UploadProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.writes = writes;
        this.objects = objects;
        this.active = active;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns when everything of the body is acknowledged. */
    void write(UploadSession seen, long offset, UploadBody body) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        JdbcUploadWrites.Writer writer =
                writes.claim(seen.id(), offset, now).orElseThrow(() -> UploadSessions.offsetMismatch(present(seen)));
        try (ActiveWrites.Write write = active.begin(seen.id())) {
            UploadSession session = present(seen);
            WriterRows rows =
                    new WriterRows(writes, transaction, clock, properties.expireAfter(), seen.id(), writer.fence());
            BodyMeter meter =
                    new BodyMeter(session.progress(), body.checksum(), () -> write.mustEnd() || rows.expired());
            String multipartId = multipart(session, rows);
            int slice = (int) properties.sliceSize().toBytes();
            long pace = writer.brokenOff() && !meter.hasChecksum() ? slice : Long.MAX_VALUE;
            PartsInFlight inFlight = new PartsInFlight(PartPlan.inFlight(
                    session.length(), session.partSize(), properties.partSize().toBytes()));
            new UploadWriter(session, multipartId, rows, objects, meter, inFlight, pace).write(body, slice);
        } catch (BodyMeter.FencedException fenced) {
            if (active.stopping()) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The service restarts: go on with the upload in a moment.", fenced);
            }
            throw WriterRows.takenOver();
        }
    }

    private String multipart(UploadSession session, WriterRows rows) {
        String known = session.multipartId();
        if (known != null) {
            return known;
        }
        String begun = objects.begin(session);
        if (!rows.setMultipart(begun)) {
            objects.abort(session, begun);
            throw WriterRows.takenOver();
        }
        return begun;
    }

    private UploadSession present(UploadSession seen) {
        return uploads.find(seen.owner().instance(), seen.id()).orElseThrow(UploadSessions::notFound);
    }
}
