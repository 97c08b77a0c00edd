package dev.vireo.kit.error;

import io.grpc.Status;
import java.util.Locale;

/** The failures that every service has. */
public enum KitErrorCode implements ErrorCode {
    /** A field of the request is wrong; the message names it. */
    INVALID_ARGUMENT(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** No token, or one that is expired or not of this instance. */
    UNAUTHENTICATED(ErrorKind.CALLER, 401, Status.Code.UNAUTHENTICATED),
    /** The caller is known and may not do this. */
    FORBIDDEN(ErrorKind.CALLER, 403, Status.Code.PERMISSION_DENIED),
    /** Not there, or not for the caller to know of. */
    NOT_FOUND(ErrorKind.CALLER, 404, Status.Code.NOT_FOUND),
    /** The name is taken. */
    ALREADY_EXISTS(ErrorKind.CALLER, 409, Status.Code.ALREADY_EXISTS),
    /** Somebody else changed it meanwhile: read it again. */
    CONFLICT(ErrorKind.CALLER, 409, Status.Code.ABORTED),
    /** Its state does not allow this. */
    FAILED_PRECONDITION(ErrorKind.CALLER, 409, Status.Code.FAILED_PRECONDITION),
    /** Too many requests; later it works. */
    TOO_MANY_REQUESTS(ErrorKind.RESOURCES, 429, Status.Code.RESOURCE_EXHAUSTED),
    /** A remote party failed. */
    REMOTE_FAILED(ErrorKind.REMOTE, 502, Status.Code.UNAVAILABLE),
    /** A part of the platform is away; later it works. */
    UNAVAILABLE(ErrorKind.RESOURCES, 503, Status.Code.UNAVAILABLE),
    /** It took too long. */
    TIMED_OUT(ErrorKind.RESOURCES, 504, Status.Code.DEADLINE_EXCEEDED),
    /** A defect of ours. */
    INTERNAL(ErrorKind.INTERNAL, 500, Status.Code.INTERNAL);

    private final ErrorKind kind;
    private final int httpStatus;
    private final Status.Code grpcStatus;

    KitErrorCode(ErrorKind kind, int httpStatus, Status.Code grpcStatus) {
        this.kind = kind;
        this.httpStatus = httpStatus;
        this.grpcStatus = grpcStatus;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }

    @Override
    public Status.Code grpcStatus() {
        return grpcStatus;
    }
}
