package dev.vireo.kit.grpc;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.TokenVerifier;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.jspecify.annotations.Nullable;

/** Verifies the token of each call against the instance it names, before the service sees the call. */
final class CallerServerInterceptor implements ServerInterceptor {
    private static final String PLATFORM_SERVICES = "grpc.";

    private final TokenVerifier verifier;

    CallerServerInterceptor(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getFullMethodName().startsWith(PLATFORM_SERVICES)) {
            return next.startCall(call, headers);
        }
        try {
            Caller caller = verifier.verify(instance(headers), headers.get(GrpcKeys.AUTHORIZATION));
            return Contexts.interceptCall(Callers.with(caller), call, headers, next);
        } catch (PlatformException refused) {
            GrpcErrors.close(call, refused);
            return new ServerCall.Listener<>() {};
        }
    }

    private static InstanceId instance(Metadata headers) {
        @Nullable String id = headers.get(GrpcKeys.INSTANCE);
        if (id == null) {
            throw new PlatformException(
                    KitErrorCode.INVALID_ARGUMENT, "The call names no instance: send vireo-instance.");
        }
        try {
            return new InstanceId(id);
        } catch (IllegalArgumentException malformed) {
            throw new PlatformException(KitErrorCode.INVALID_ARGUMENT, "vireo-instance is malformed.", malformed);
        }
    }
}
