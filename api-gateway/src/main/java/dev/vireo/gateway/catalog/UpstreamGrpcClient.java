package dev.vireo.gateway.catalog;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.grpc.GrpcErrors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/** Calls of other services; their failures are told on with code and sentence, as far as they concern the caller. */
public final class UpstreamGrpcClient {
    private UpstreamGrpcClient() {}

    /** The answer of {@code call}; a failure becomes a {@link PlatformException}. */
    public static <A> A answer(Supplier<A> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException refused) {
            throw failure(refused);
        }
    }

    /** The failure that {@code refused} tells of. */
    public static PlatformException failure(StatusRuntimeException refused) {
        Status status = refused.getStatus();
        KitErrorCode kind = kind(status.getCode());
        String sentence = sentence(kind, status);
        return GrpcErrors.code(refused)
                .filter(code -> !code.isEmpty())
                .map(code -> new PlatformException(
                        new RemoteErrorCode(code, kind.kind(), kind.httpStatus(), kind.grpcStatus()),
                        sentence,
                        refused))
                .orElseGet(() -> new PlatformException(kind, sentence, refused));
    }

    private static String sentence(KitErrorCode kind, Status status) {
        return switch (kind) {
            case UNAVAILABLE -> "A part of the platform is away at the moment: try again soon.";
            case TIMED_OUT -> "A part of the platform did not answer in time: try again soon.";
            case INTERNAL -> "Something went wrong on our side; it was logged.";
            default -> status.getDescription() == null ? "The request was refused." : status.getDescription();
        };
    }

    private static KitErrorCode kind(Status.Code code) {
        return switch (code) {
            case INVALID_ARGUMENT, OUT_OF_RANGE -> KitErrorCode.INVALID_ARGUMENT;
            case UNAUTHENTICATED -> KitErrorCode.UNAUTHENTICATED;
            case PERMISSION_DENIED -> KitErrorCode.FORBIDDEN;
            case NOT_FOUND -> KitErrorCode.NOT_FOUND;
            case ALREADY_EXISTS -> KitErrorCode.ALREADY_EXISTS;
            case ABORTED -> KitErrorCode.CONFLICT;
            case FAILED_PRECONDITION -> KitErrorCode.FAILED_PRECONDITION;
            case RESOURCE_EXHAUSTED -> KitErrorCode.TOO_MANY_REQUESTS;
            case UNAVAILABLE, CANCELLED -> KitErrorCode.UNAVAILABLE;
            case DEADLINE_EXCEEDED -> KitErrorCode.TIMED_OUT;
            default -> KitErrorCode.INTERNAL;
        };
    }
}
