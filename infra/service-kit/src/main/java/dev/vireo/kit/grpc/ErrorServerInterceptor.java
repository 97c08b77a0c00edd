package dev.vireo.kit.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Maps what a service throws, or hands to {@code onError}, to a status with details; nothing internal leaks out. */
final class ErrorServerInterceptor implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        MappingCall<Q, A> mapping = new MappingCall<>(call);
        try {
            return new GuardedListener<>(next.startCall(mapping, headers), mapping);
        } catch (RuntimeException failure) {
            GrpcErrors.close(mapping, failure);
            return new ServerCall.Listener<>() {};
        }
    }

    /** grpc-java turns an exception given to onError into UNKNOWN with the cause attached: map it before it leaves. */
    private static final class MappingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean closed;

        MappingCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (closed) {
                return;
            }
            closed = true;
            Throwable cause = status.getCause();
            if (status.getCode() == Status.Code.UNKNOWN && cause != null) {
                var mapped = GrpcErrors.toStatus(cause);
                Metadata details = mapped.getTrailers();
                super.close(mapped.getStatus(), details == null ? trailers : details);
            } else {
                super.close(status, trailers);
            }
        }
    }

    private static final class GuardedListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;

        GuardedListener(ServerCall.Listener<Q> delegate, ServerCall<Q, ?> call) {
            super(delegate);
            this.call = call;
        }

        @Override
        public void onHalfClose() {
            guarded(super::onHalfClose);
        }

        @Override
        public void onMessage(Q message) {
            guarded(() -> super.onMessage(message));
        }

        @Override
        public void onReady() {
            guarded(super::onReady);
        }

        private void guarded(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException failure) {
                GrpcErrors.close(call, failure);
            }
        }
    }
}
