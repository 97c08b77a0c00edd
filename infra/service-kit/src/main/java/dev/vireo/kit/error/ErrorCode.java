package dev.vireo.kit.error;

import io.grpc.Status;

/** A stable word for one kind of failure, the same over HTTP, gRPC and the bus; implemented by one enum per service. */
public interface ErrorCode {
    /** Lower-case words with underscores; never changes once released. */
    String code();

    /** Whose fault it is. */
    ErrorKind kind();

    /** The HTTP status that tells it (RFC 9110, or the protocol's own). */
    int httpStatus();

    /** The gRPC status that tells it. */
    Status.Code grpcStatus();
}
