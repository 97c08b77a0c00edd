package dev.vireo.kit.grpc;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Passes the present caller on to another service, and gives unary calls a time limit. */
final class CallerClientInterceptor implements ClientInterceptor {
    private final Duration deadline;

    CallerClientInterceptor(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        Caller caller = Callers.current();
        CallOptions limited = method.getType() == MethodDescriptor.MethodType.UNARY && options.getDeadline() == null
                ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                : options;
        return new SimpleForwardingClientCall<>(next.newCall(method, limited)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(GrpcKeys.INSTANCE, caller.instance().value());
                if (caller.token() != null) {
                    headers.put(GrpcKeys.AUTHORIZATION, "Bearer " + caller.token());
                }
                super.start(listener, headers);
            }
        };
    }
}
