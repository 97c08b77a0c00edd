package dev.vireo.kit.grpc;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import dev.vireo.kit.error.ErrorKind;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.Outages;
import dev.vireo.kit.error.PlatformException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one mapping between failures and gRPC statuses: the status says whose fault it is, a {@code google.rpc.ErrorInfo}
 * carries the stable code (AIP-193).
 */
public final class GrpcErrors {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcErrors.class);
    private static final String DOMAIN = "vireo";

    private GrpcErrors() {}

    /** What a call that failed with {@code failure} answers; a defect is logged here and shown without its details. */
    public static StatusRuntimeException toStatus(Throwable failure) {
        return switch (failure) {
            case PlatformException known -> toStatus(known);
            case StatusRuntimeException already -> already;
            case StatusException already -> already.getStatus().asRuntimeException(already.getTrailers());
            default -> toStatus(Outages.of(failure).orElseGet(() -> defect(failure)));
        };
    }

    /** The stable code that another service's answer carries; empty when it carries none. */
    public static Optional<String> code(Throwable answer) {
        com.google.rpc.Status status = StatusProto.fromThrowable(answer);
        if (status == null) {
            return Optional.empty();
        }
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(GrpcErrors::reason)
                .findFirst();
    }

    static void close(ServerCall<?, ?> call, Throwable failure) {
        StatusRuntimeException status = toStatus(failure);
        Metadata trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    private static PlatformException defect(Throwable failure) {
        LOG.error("A call failed for a reason of ours", failure);
        return new PlatformException(KitErrorCode.INTERNAL, "Something went wrong on our side; it was logged.");
    }

    private static StatusRuntimeException toStatus(PlatformException failure) {
        if (failure.code().kind() == ErrorKind.INTERNAL) {
            LOG.error("A call failed for a reason of ours", failure);
        }
        Status.Code status = failure.code().grpcStatus();
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(status.value())
                .setMessage(failure.sentence())
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(failure.code().code())
                        .setDomain(DOMAIN)
                        .build()))
                .build());
    }

    private static String reason(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (com.google.protobuf.InvalidProtocolBufferException malformed) {
            return "";
        }
    }
}
