package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.observe.LogContext;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Resumable uploads, the same for tus and gRPC. An offset that was told is durable; of two requests that write at once
 * the newer one wins; the upload becomes a video exactly once.
 */
@Service
final class UploadSessions {
    private final UploadOpening opening;
    private final JdbcUploadRepository uploads;
    private final Writers writers;
    private final UploadCompletion completion;
    private final UploadEnding ending;
    private final Clock clock;

    UploadSessions(
            UploadOpening opening,
            JdbcUploadRepository uploads,
            Writers writers,
            UploadCompletion completion,
            UploadEnding ending,
            Clock clock) {
        this.opening = opening;
        this.uploads = uploads;
        this.writers = writers;
        this.completion = completion;
        this.ending = ending;
        this.clock = clock;
    }

    /** Opens an upload; refused when it is over a limit. */
    UploadSession create(Caller caller, NewUpload wanted) {
        return opening.open(caller, wanted);
    }

    /** How far it is. One whose bytes are all there is finished first, so that its video exists. */
    UploadSession find(Caller caller, UploadId id) {
        UploadSession session = own(caller, id);
        return session.state() == UploadState.OPEN && session.hasAllBytes() ? finished(caller, session) : session;
    }

    /** Appends the body at {@code offset}, which must be the present one. */
    UploadSession write(Caller caller, UploadId id, long offset, UploadBody body) throws IOException {
        UploadSession session = own(caller, id);
        if (offset != session.progress().received()) {
            throw offsetMismatch(session);
        }
        if (body.length() > session.remaining()) {
            throw new PlatformException(
                    UploadErrorCode.TOO_LARGE, "The request has more bytes than Upload-Length says.");
        }
        if (session.hasAllBytes()) {
            return finished(caller, session);
        }
        if (!body.isEmpty()) {
            append(session, offset, body);
        }
        UploadSession after = own(caller, id);
        return after.hasAllBytes() ? finished(caller, after) : after;
    }

    /** Gives it up; a complete one cannot be given up any more. */
    void terminate(Caller caller, UploadId id) {
        UploadSession session = own(caller, id);
        if (session.hasAllBytes()) {
            throw new PlatformException(
                    UploadErrorCode.UPLOAD_COMPLETE, "The upload is complete: delete the video instead.");
        }
        ending.end(session);
    }

    private void append(UploadSession session, long offset, UploadBody body) throws IOException {
        try {
            LogContext.about(
                    session.owner().instance(), session.id().value(), () -> writers.write(session, offset, body));
        } catch (PlatformException refused) {
            if (refused.code() == UploadErrorCode.NOT_A_VIDEO) {
                ending.end(session);
            }
            throw refused;
        }
    }

    private UploadSession finished(Caller caller, UploadSession session) {
        try {
            LogContext.about(session.owner().instance(), session.id().value(), () -> completion.finish(session));
        } catch (PlatformException refused) {
            if (refused.code() == UploadErrorCode.NOT_A_VIDEO) {
                ending.end(session);
            }
            throw refused;
        }
        return own(caller, session.id());
    }

    private UploadSession own(Caller caller, UploadId id) {
        caller.requireSubject();
        UploadSession session = uploads.find(caller.instance(), id)
                .filter(found -> found.isOf(caller))
                .orElseThrow(UploadSessions::notFound);
        boolean expired = session.state() == UploadState.OPEN
                && !session.hasAllBytes()
                && session.expiresAt().isBefore(clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (expired || session.state() == UploadState.ENDING) {
            throw new PlatformException(
                    UploadErrorCode.UPLOAD_GONE, "The upload has expired or was given up: begin a new one.");
        }
        return session;
    }

    static PlatformException notFound() {
        return new PlatformException(UploadErrorCode.UPLOAD_NOT_FOUND, "You have no such upload: begin a new one.");
    }

    static PlatformException offsetMismatch(UploadSession session) {
        return new PlatformException(
                UploadErrorCode.OFFSET_MISMATCH,
                "The upload stands at " + session.progress().received() + ": go on there.");
    }
}
