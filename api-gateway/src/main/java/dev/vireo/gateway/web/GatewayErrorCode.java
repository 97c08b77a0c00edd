package dev.vireo.gateway.web;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.ErrorKind;
import io.grpc.Status;
import java.util.Locale;

/** Failures that only the public door has; the words are PeerTube's where it has one. */
public enum GatewayErrorCode implements ErrorCode {
    /** The Host header names no instance of this deployment. */
    UNKNOWN_HOST(ErrorKind.CALLER, 404, Status.Code.NOT_FOUND),
    /** The access token is expired, malformed or of another instance. */
    INVALID_TOKEN(ErrorKind.CALLER, 401, Status.Code.UNAUTHENTICATED),
    /** Wrong user name or password, or a refresh token that is over. */
    INVALID_GRANT(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** Not the client of {@code oauth-clients/local}. */
    INVALID_CLIENT(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** A grant type that this door does not pass on. */
    UNSUPPORTED_GRANT_TYPE(ErrorKind.CALLER, 400, Status.Code.INVALID_ARGUMENT),
    /** The body is larger than the door takes. */
    TOO_LARGE(ErrorKind.CALLER, 413, Status.Code.INVALID_ARGUMENT),
    /** The body's media type is not one of those accepted. */
    UNSUPPORTED_MEDIA_TYPE(ErrorKind.CALLER, 415, Status.Code.INVALID_ARGUMENT);

    private final ErrorKind kind;
    private final int httpStatus;
    private final Status.Code grpcStatus;

    GatewayErrorCode(ErrorKind kind, int httpStatus, Status.Code grpcStatus) {
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
