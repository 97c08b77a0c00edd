package dev.vireo.gateway.catalog;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.ErrorKind;
import io.grpc.Status;

/**
 * The failure of another service, told on with its own word.
 *
 * @param code the service's word
 * @param kind whose fault
 * @param httpStatus status for HTTP
 * @param grpcStatus status for gRPC
 */
record RemoteErrorCode(String code, ErrorKind kind, int httpStatus, Status.Code grpcStatus) implements ErrorCode {}
