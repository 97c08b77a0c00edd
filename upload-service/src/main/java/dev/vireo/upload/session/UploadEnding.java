package dev.vireo.upload.session;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends uploads that become no video: first nobody can write any more, then the objects go, then the row. */
@Component
final class UploadEnding {
    private final JdbcUploadRepository uploads;
    private final UploadObjects objects;
    private final ActiveWrites active;

    UploadEnding(JdbcUploadRepository uploads, UploadObjects objects, ActiveWrites active) {
        this.uploads = uploads;
        this.objects = objects;
        this.active = active;
    }

    /** Nothing of it is left when this returns; when it fails half-way, the sweeper goes on. */
    void end(UploadSession session) {
        if (uploads.end(session.id())) {
            active.end(session.id());
            remove(session);
        }
    }

    /** As {@link #end}, unless bytes came since the upload was found expired. */
    void expire(UploadSession session, Instant now) {
        if (uploads.endExpired(session.id(), now)) {
            active.end(session.id());
            remove(session);
        }
    }

    /** Goes on with a removal that was begun, or forgets a completed upload. */
    void remove(UploadSession session) {
        if (session.state() == UploadState.COMPLETED) {
            objects.giveUp(session);
            objects.removeTails(session);
        } else {
            objects.removeAll(session);
        }
        uploads.delete(session.id());
    }
}
