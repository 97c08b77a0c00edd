package dev.vireo.gateway.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Passes one call on to a service, bytes unread, in both directions; a message is asked of one side only when the other
 * can take it. The metadata that goes on are those that the door has put together.
 */
final class ForwardGrpcClient implements ServerCallHandler<byte[], byte[]> {
    private final Channel upstream;
    private final MethodDescriptor<byte[], byte[]> method;
    private final Duration deadline;

    ForwardGrpcClient(Channel upstream, MethodDescriptor<byte[], byte[]> method, Duration deadline) {
        this.upstream = upstream;
        this.method = method;
        this.deadline = deadline;
    }

    @Override
    public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> outside, Metadata headers) {
        // The caller's own deadline is in the context; the earlier of the two holds.
        ClientCall<byte[], byte[]> inside = upstream.newCall(
                method, CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
        Bridge bridge = new Bridge(outside, inside);
        inside.start(bridge.answers, headers);
        outside.request(1);
        inside.request(1);
        return bridge.requests;
    }

    /** The two halves of one call. */
    private static final class Bridge {
        private final Requests requests;
        private final Answers answers;

        Bridge(ServerCall<byte[], byte[]> outside, ClientCall<byte[], byte[]> inside) {
            this.requests = new Requests(outside, inside);
            this.answers = new Answers(outside, inside);
            requests.answers = answers;
            answers.requests = requests;
        }
    }

    /** What the caller sends. */
    private static final class Requests extends ServerCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> outside;
        private final ClientCall<byte[], byte[]> inside;
        private @org.jspecify.annotations.Nullable Answers answers;
        private boolean waiting;

        Requests(ServerCall<byte[], byte[]> outside, ClientCall<byte[], byte[]> inside) {
            this.outside = outside;
            this.inside = inside;
        }

        @Override
        public void onMessage(byte[] message) {
            inside.sendMessage(message);
            synchronized (this) {
                if (inside.isReady()) {
                    outside.request(1);
                } else {
                    waiting = true;
                }
            }
        }

        @Override
        public void onHalfClose() {
            inside.halfClose();
        }

        @Override
        public void onCancel() {
            inside.cancel("The caller has gone", null);
        }

        @Override
        public void onReady() {
            if (answers != null) {
                answers.outsideReady();
            }
        }

        /** The service can take more. */
        synchronized void insideReady() {
            if (waiting) {
                waiting = false;
                outside.request(1);
            }
        }
    }

    /**
     * What the service answers. Nothing goes to a caller whose call is cancelled: the transport has ended that stream,
     * and one more frame on it would end the whole connection.
     */
    private static final class Answers extends ClientCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> outside;
        private final ClientCall<byte[], byte[]> inside;
        private @org.jspecify.annotations.Nullable Requests requests;
        private boolean waiting;

        Answers(ServerCall<byte[], byte[]> outside, ClientCall<byte[], byte[]> inside) {
            this.outside = outside;
            this.inside = inside;
        }

        @Override
        public void onHeaders(Metadata headers) {
            if (!outside.isCancelled()) {
                outside.sendHeaders(headers);
            }
        }

        @Override
        public void onMessage(byte[] message) {
            if (outside.isCancelled()) {
                return;
            }
            outside.sendMessage(message);
            synchronized (this) {
                if (outside.isReady()) {
                    inside.request(1);
                } else {
                    waiting = true;
                }
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!outside.isCancelled()) {
                outside.close(status, trailers);
            }
        }

        @Override
        public void onReady() {
            if (requests != null) {
                requests.insideReady();
            }
        }

        /** The caller can take more. */
        synchronized void outsideReady() {
            if (waiting) {
                waiting = false;
                inside.request(1);
            }
        }
    }
}
