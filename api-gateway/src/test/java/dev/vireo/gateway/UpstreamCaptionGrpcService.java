package dev.vireo.gateway;

import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.DeleteCaptionRequest;
import dev.vireo.contracts.catalog.v1.DeleteCaptionResponse;
import dev.vireo.contracts.catalog.v1.PutCaptionRequest;
import dev.vireo.contracts.catalog.v1.PutCaptionResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Changes of captions behind the gateway in its tests; there is no Klingon. */
public final class UpstreamCaptionGrpcService extends CaptionServiceGrpc.CaptionServiceImplBase {
    /** Every file, newest last. */
    public final ConcurrentLinkedDeque<PutCaptionRequest> put = new ConcurrentLinkedDeque<>();
    /** Every deletion, newest last. */
    public final ConcurrentLinkedDeque<DeleteCaptionRequest> deleted = new ConcurrentLinkedDeque<>();

    @Override
    public void putCaption(PutCaptionRequest request, StreamObserver<PutCaptionResponse> to) {
        put.add(request);
        UpstreamGrpcService.reply(to, PutCaptionResponse.getDefaultInstance());
    }

    @Override
    public void deleteCaption(DeleteCaptionRequest request, StreamObserver<DeleteCaptionResponse> to) {
        deleted.add(request);
        if (request.getLanguage().equals("tlh")) {
            UpstreamGrpcService.refuse(to, Status.NOT_FOUND.withDescription("There is no caption in 'tlh' here."));
        } else {
            UpstreamGrpcService.reply(to, DeleteCaptionResponse.getDefaultInstance());
        }
    }
}
