package dev.vireo.upload.session;

import dev.vireo.contracts.upload.v1.CreateUploadRequest;
import dev.vireo.contracts.upload.v1.CreateUploadResponse;
import dev.vireo.contracts.upload.v1.GetUploadRequest;
import dev.vireo.contracts.upload.v1.GetUploadResponse;
import dev.vireo.contracts.upload.v1.TerminateUploadRequest;
import dev.vireo.contracts.upload.v1.TerminateUploadResponse;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import dev.vireo.contracts.upload.v1.WriteUploadHead;
import dev.vireo.contracts.upload.v1.WriteUploadRequest;
import dev.vireo.contracts.upload.v1.WriteUploadResponse;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.observe.LogContext;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Uploads for applications: the same sessions as tus, with back-pressure from the origin to the client. */
@Component
final class UploadGrpcService extends UploadServiceGrpc.UploadServiceImplBase {
    private final UploadSessions sessions;
    private final UploadProperties properties;

    UploadGrpcService(UploadSessions sessions, UploadProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public void createUpload(CreateUploadRequest request, StreamObserver<CreateUploadResponse> response) {
        Callers.current().requireSubject();
        UploadSession opened = sessions.create(Callers.current(), UploadMapper.announced(request));
        response.onNext(CreateUploadResponse.newBuilder()
                .setUpload(UploadMapper.message(opened))
                .build());
        response.onCompleted();
    }

    @Override
    public void getUpload(GetUploadRequest request, StreamObserver<GetUploadResponse> response) {
        UploadSession found = sessions.find(Callers.current(), UploadMapper.uploadId(request.getUploadId()));
        response.onNext(GetUploadResponse.newBuilder()
                .setUpload(UploadMapper.message(found))
                .build());
        response.onCompleted();
    }

    @Override
    public void terminateUpload(TerminateUploadRequest request, StreamObserver<TerminateUploadResponse> response) {
        sessions.terminate(Callers.current(), UploadMapper.uploadId(request.getUploadId()));
        response.onNext(TerminateUploadResponse.getDefaultInstance());
        response.onCompleted();
    }

    @Override
    public StreamObserver<WriteUploadRequest> writeUpload(StreamObserver<WriteUploadResponse> response) {
        var call = (ServerCallStreamObserver<WriteUploadResponse>) response;
        call.disableAutoRequest();
        call.request(1);
        return new Receiver(call, new MessageStream(() -> call.request(1), properties.idleLimit()));
    }

    private void write(WriteUploadHead head, MessageStream stream, ServerCallStreamObserver<WriteUploadResponse> call) {
        try {
            UploadBody body = new UploadBody(stream, UploadBody.UNKNOWN, null);
            UploadSession after = sessions.write(
                    Callers.current(), UploadMapper.uploadId(head.getUploadId()), head.getOffset(), body);
            call.onNext(WriteUploadResponse.newBuilder()
                    .setUpload(UploadMapper.message(after))
                    .build());
            call.onCompleted();
        } catch (IOException broken) {
            call.onError(
                    broken.getCause() instanceof PlatformException wrong
                            ? wrong
                            : Status.CANCELLED.withCause(broken).asRuntimeException());
        } catch (RuntimeException failed) {
            call.onError(failed);
        }
    }

    /** Hands messages to the thread that writes; runs on the call's own thread and never blocks it. */
    private final class Receiver implements StreamObserver<WriteUploadRequest> {
        private final ServerCallStreamObserver<WriteUploadResponse> call;
        private final MessageStream stream;
        private @Nullable Thread writer;

        Receiver(ServerCallStreamObserver<WriteUploadResponse> call, MessageStream stream) {
            this.call = call;
            this.stream = stream;
        }

        @Override
        public void onNext(WriteUploadRequest message) {
            if (message.hasHead() == (writer != null)) {
                PlatformException wrong =
                        PlatformException.invalid("part", "the first message must be the head, and no other.");
                if (writer == null) {
                    throw wrong;
                }
                // One thread only may end the call, and that one waits for bytes.
                stream.fail(wrong);
                return;
            }
            if (message.hasHead()) {
                writer = Thread.ofVirtual()
                        .name("grpc-upload")
                        .start(Context.current()
                                .wrap(LogContext.handedOn(() -> write(message.getHead(), stream, call))));
                call.request(1);
            } else {
                stream.add(message.getData());
            }
        }

        @Override
        public void onError(Throwable broken) {
            stream.fail(broken);
        }

        @Override
        public void onCompleted() {
            if (writer == null) {
                throw PlatformException.invalid("part", "the first message must be the head.");
            }
            stream.end();
        }
    }
}
