package dev.vireo.gateway.rpc;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.grpc.GrpcErrors;
import dev.vireo.kit.grpc.GrpcKeys;
import dev.vireo.kit.identity.Instance;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.identity.Instances;
import dev.vireo.kit.identity.TokenVerifier;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the door: finds the instance, checks the token, bounds the number of calls, and lets through only the metadata
 * that services may hear from outside.
 */
final class DoorGrpcService implements ServerInterceptor {
    private static final String PLATFORM_SERVICES = "grpc.";

    private final Instances instances;
    private final TokenVerifier verifier;
    private final Semaphore places;

    DoorGrpcService(Instances instances, TokenVerifier verifier, int maxCalls) {
        this.instances = instances;
        this.verifier = verifier;
        this.places = new Semaphore(maxCalls);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getFullMethodName().startsWith(PLATFORM_SERVICES)) {
            return next.startCall(call, headers);
        }
        if (!places.tryAcquire()) {
            return refuse(
                    call,
                    new PlatformException(
                            KitErrorCode.TOO_MANY_REQUESTS, "Too many calls at the moment: try again soon."));
        }
        boolean started = false;
        try {
            Metadata passed = passed(headers, instance(headers, call.getAuthority()));
            ServerCall.Listener<Q> listener = next.startCall(call, passed);
            started = true;
            return new Counted<>(listener, places);
        } catch (PlatformException refused) {
            return refuse(call, refused);
        } finally {
            if (!started) {
                places.release();
            }
        }
    }

    private Metadata passed(Metadata headers, InstanceId instance) {
        @Nullable String authorization = headers.get(GrpcKeys.AUTHORIZATION);
        verifier.verify(instance, authorization);
        Metadata passed = new Metadata();
        passed.put(GrpcKeys.INSTANCE, instance.value());
        if (authorization != null) {
            passed.put(GrpcKeys.AUTHORIZATION, authorization);
        }
        return passed;
    }

    /** By its name in the metadata, or by the host that the caller dialled, whatever its port. */
    private InstanceId instance(Metadata headers, @Nullable String authority) {
        @Nullable String named = headers.get(GrpcKeys.INSTANCE);
        String host = host(authority == null ? "" : authority);
        return instances.all().stream()
                .filter(instance -> named == null
                        ? host(instance.domain()).equals(host)
                        : instance.id().value().equals(named))
                .map(Instance::id)
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        KitErrorCode.NOT_FOUND,
                        "No instance answers to this host: dial its domain or send vireo-instance with its id."));
    }

    private static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }

    private static <Q> ServerCall.Listener<Q> refuse(ServerCall<Q, ?> call, PlatformException refused) {
        StatusRuntimeException status = GrpcErrors.toStatus(refused);
        Metadata trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
        return new ServerCall.Listener<>() {};
    }

    /** Gives the call's place back at its end; gRPC tells exactly one of the two. */
    private static final class Counted<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Semaphore places;

        Counted(ServerCall.Listener<Q> listener, Semaphore places) {
            super(listener);
            this.places = places;
        }

        @Override
        public void onComplete() {
            places.release();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            places.release();
            super.onCancel();
        }
    }
}
