package dev.vireo.upload.session;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.ErrorKind;
import io.grpc.Status;
import java.util.Locale;

/** What can go wrong with an upload, with the statuses that tus 1.0.0 demands. */
enum UploadErrorCode implements ErrorCode {
    /** A tus header is missing or malformed. */
    BAD_HEADER(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** A value of Upload-Metadata is not allowed; the message names the key. */
    BAD_METADATA(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** The caller has no such channel. */
    UNKNOWN_CHANNEL(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** No such upload of this caller. */
    UPLOAD_NOT_FOUND(ErrorKind.CALLER, 404, Status.Code.NOT_FOUND),
    /** It was there and is over: expired or given up. */
    UPLOAD_GONE(ErrorKind.CALLER, 410, Status.Code.NOT_FOUND),
    /** The bytes do not begin where the upload ends. */
    OFFSET_MISMATCH(ErrorKind.CALLER, 409, Status.Code.ABORTED),
    /** All bytes are there already. */
    UPLOAD_COMPLETE(ErrorKind.CALLER, 409, Status.Code.FAILED_PRECONDITION),
    /** Another protocol version than 1.0.0. */
    UNSUPPORTED_VERSION(ErrorKind.CALLER, 412, Status.Code.FAILED_PRECONDITION),
    /** Larger than any upload may be, or more bytes than were announced. */
    TOO_LARGE(ErrorKind.CALLER, 413, Status.Code.INVALID_ARGUMENT),
    /** The account has no room for it. */
    QUOTA_EXCEEDED(ErrorKind.CALLER, 413, Status.Code.RESOURCE_EXHAUSTED),
    /** Not application/offset+octet-stream. */
    WRONG_CONTENT_TYPE(ErrorKind.CALLER, 415, Status.Code.INVALID_ARGUMENT),
    /** Neither an audio nor a video container. */
    NOT_A_VIDEO(ErrorKind.CALLER, 422, Status.Code.INVALID_ARGUMENT),
    /** A newer request writes to the same upload. */
    TAKEN_OVER(ErrorKind.RESOURCES, 423, Status.Code.ABORTED),
    /** The account has too many unfinished uploads. */
    TOO_MANY_UPLOADS(ErrorKind.RESOURCES, 429, Status.Code.RESOURCE_EXHAUSTED),
    /** The bytes are not those that the checksum was made of. */
    CHECKSUM_MISMATCH(ErrorKind.CALLER, 460, Status.Code.DATA_LOSS);

    private final ErrorKind kind;
    private final int httpStatus;
    private final Status.Code grpcStatus;

    UploadErrorCode(ErrorKind kind, int httpStatus, Status.Code grpcStatus) {
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
